-- Units of an organisation that make products of their own, the posts by which a hat belongs to one, and which unit made a
-- product (PKI-14). What was made before units were known is the organisation's as a whole.
CREATE TABLE org_unit (
  code         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  mission      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin REFERENCES mission (code)
);
CREATE TABLE org_unit_post (
  post VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  unit VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES org_unit (code)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON org_unit TO ${app_user};
GRANT SELECT, INSERT, UPDATE, DELETE ON org_unit_post TO ${app_user};
ALTER TABLE product ADD COLUMN unit VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin;
ALTER TABLE access_class ADD COLUMN unit VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin;
