-- Release: a signed act that hands a product to named partners, for a time, and can be called back.

-- Whether products of the class reach other organisations by release only.
ALTER TABLE access_class ADD COLUMN by_release BOOLEAN NOT NULL DEFAULT FALSE;

-- To whom a product was handed; what the decision on everybody abroad rests on.
CREATE TABLE dissemination (
  id         BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  product_id BIGINT NOT NULL REFERENCES product (id),
  receiver   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  valid_from DATETIME(3) NOT NULL,
  valid_to   DATETIME(3),
  KEY of_product (product_id)
);
GRANT SELECT, INSERT, UPDATE ON dissemination TO ${app_user};
