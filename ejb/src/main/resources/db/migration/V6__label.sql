-- What becomes of labels after publication.

-- A holder questions a level (CLS-48). The person is kept so that nobody answers their own; it is shown to nobody.
CREATE TABLE challenge (
  id           BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  product      VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES product (number),
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  person       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason       TEXT NOT NULL,
  made_at      DATETIME(3) NOT NULL,
  answered_at  DATETIME(3),
  changed      BOOLEAN,
  answer       TEXT,
  KEY of_product (product)
);
-- The originator has looked again and the label stays (AUD-12).
CREATE TABLE label_review (
  id         BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  product    VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES product (number),
  decided_at DATETIME(3) NOT NULL,
  by_hat     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  decision   TEXT NOT NULL,
  KEY of_product (product)
);
-- Reports to the competent human rights office (PKI-12).
CREATE TABLE referral (
  id           BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  product      VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES product (number),
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  hat          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  matter       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  text         TEXT NOT NULL,
  at           DATETIME(3) NOT NULL,
  taken_up_at  DATETIME(3),
  taken_up_by  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin
);
GRANT SELECT, INSERT ON challenge TO ${app_user};
GRANT UPDATE (answered_at, changed, answer) ON challenge TO ${app_user};
GRANT SELECT, INSERT ON label_review TO ${app_user};
GRANT SELECT, INSERT ON referral TO ${app_user};
GRANT UPDATE (taken_up_at, taken_up_by) ON referral TO ${app_user};
