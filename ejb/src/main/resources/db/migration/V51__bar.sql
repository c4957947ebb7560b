-- Whom an organisation that owes due diligence gives nothing any more: a force that they serve has committed grave violations. It
-- stands beside every grant, whichever way that came, and is part of the world that decisions go by (PKI-11).
CREATE TABLE bar (
  id             INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  giver          VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  receiver       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  -- NULL where a world's file says so without naming the force
  security_force VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  valid_from     DATETIME(3),
  valid_to       DATETIME(3),
  from_file      BOOLEAN NOT NULL DEFAULT FALSE
);
GRANT SELECT, INSERT, UPDATE, DELETE ON bar TO ${app_user};
