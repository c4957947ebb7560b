-- An originator lets something that draws on its product be marked less strictly than it is (CLS-44): asked for portion by
-- portion, for one mark, of one version. Nobody changes or deletes an answer.
CREATE TABLE derivation (
  id             BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  source         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES product (number),
  -- of the source: another label or other words are another question
  version_no     INT NOT NULL,
  paragraphs     VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  giver          VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  asker          VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  requester      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  marking        TEXT NOT NULL,
  purpose        TEXT NOT NULL,
  asked_at       DATETIME(3) NOT NULL,
  granted        BOOLEAN,
  answered_at    DATETIME(3),
  answered_by    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  reason         TEXT,
  reference_text VARCHAR(400),
  lapses         DATETIME(3),
  KEY of_source (source, asker),
  KEY by_giver (giver, answered_at)
);
GRANT SELECT, INSERT ON derivation TO ${app_user};
GRANT UPDATE (granted, answered_at, answered_by, reason, reference_text, lapses) ON derivation TO ${app_user};
