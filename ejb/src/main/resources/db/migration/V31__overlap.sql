-- An overlap is a release: asked by one, approved by the release authority, entered in both books, with an end (HND-09, CLS-50).
ALTER TABLE overlap_access
  ADD COLUMN valid_to DATETIME(3),
  ADD COLUMN approved_by VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  ADD COLUMN approved_at DATETIME(3),
  ADD COLUMN ended_at DATETIME(3),
  ADD COLUMN register_out VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  ADD COLUMN register_in VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin;
-- Nobody approved those that there are.
UPDATE dissemination d JOIN product p ON p.id = d.product_id JOIN overlap_access o ON o.product = p.number AND d.hats = o.hat
  SET d.valid_to = GREATEST(d.valid_from, LEAST(d.valid_to, UTC_TIMESTAMP(3)));
UPDATE overlap_access SET ended_at = UTC_TIMESTAMP(3);
GRANT UPDATE ON overlap_access TO ${app_user};
