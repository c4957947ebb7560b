-- Which States belong to an organisation of States, and when; and as whose national, or on whose post, a hat serves there (ORG-05).
CREATE TABLE membership (
  id           INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  state        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  valid_from   DATETIME(3),
  valid_to     DATETIME(3)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON membership TO ${app_user};
ALTER TABLE hat ADD COLUMN state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin;
