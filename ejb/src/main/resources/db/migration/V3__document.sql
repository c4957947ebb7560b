-- Copies that left the platform, numbered from 1 within each product and without gaps (CLS-06). Nothing is changed or
-- removed here. event_id is that of the record of the same taking: should the commit fail after the record became durable,
-- the number is given again, and the record whose event is not here tells of a copy that never left.
CREATE TABLE product_copy (
  product_id   BIGINT NOT NULL REFERENCES product (id),
  copy_no      INT NOT NULL CHECK (copy_no > 0),
  version_no   INT NOT NULL,
  kind         VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hat          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at           DATETIME(3) NOT NULL,
  event_id     BINARY(16) NOT NULL,
  PRIMARY KEY (product_id, copy_no)
);
GRANT SELECT, INSERT ON product_copy TO ${app_user};
