-- Since when a product is there for its own organisations, for those whom its marking lets have it, and for each receiver. The
-- instants are drawn under the lock of head, so that of what is committed later none is earlier: who polls by them misses nothing.
ALTER TABLE head ADD COLUMN visible DATETIME(3) NOT NULL DEFAULT '1970-01-01 00:00:00.000';
ALTER TABLE product
  ADD COLUMN visible_at DATETIME(3),
  -- NULL where it goes by release only; what goes by its marking stands under its last label
  ADD COLUMN open_at DATETIME(3),
  ADD COLUMN open_class INT;
ALTER TABLE dissemination ADD COLUMN visible_at DATETIME(3);
UPDATE product p LEFT JOIN access_class a ON a.id = p.class_id
   SET p.visible_at = p.published,
       p.open_at = IF(a.ground = 'MARKING', p.published, NULL),
       p.open_class = IF(a.ground = 'MARKING', p.class_id, NULL)
 WHERE p.published IS NOT NULL;
UPDATE dissemination SET visible_at = valid_from;
