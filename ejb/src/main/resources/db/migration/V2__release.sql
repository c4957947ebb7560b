-- Release: a signed act that hands a product to named partners, for a time, and can be called back.

-- On what ground other organisations have products of the class: its marking, a release, a threat to life.
ALTER TABLE access_class ADD COLUMN ground VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'MARKING';

-- To whom a product was handed; what the decision on everybody abroad rests on.
CREATE TABLE dissemination (
  id         BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  product_id BIGINT NOT NULL REFERENCES product (id),
  receiver   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  valid_from DATETIME(3) NOT NULL,
  valid_to   DATETIME(3),
  KEY of_product (product_id)
);
-- A sanitised version's parent: known to those alone who may see the parent (CLS-41).
ALTER TABLE product
  ADD COLUMN emergency BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN sanitised_from VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin REFERENCES product (number),
  ADD COLUMN sanitised_portions VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin;

-- Labels that changed after publication: the old mark stays to be shown, struck through (CLS-47).
CREATE TABLE label_change (
  id          BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  product_id  BIGINT NOT NULL REFERENCES product (id),
  version_no  INT NOT NULL,
  kind        VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  old_marking TEXT NOT NULL,
  new_marking TEXT NOT NULL,
  by_hat      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at          DATETIME(3) NOT NULL,
  why         TEXT NOT NULL,
  UNIQUE (product_id, version_no)
);
GRANT SELECT, INSERT ON label_change TO ${app_user};

GRANT SELECT, INSERT, UPDATE ON dissemination TO ${app_user};

-- ---- requests: one product on its way to named partners ----
CREATE TABLE release_request (
  id            BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  product       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES product (number),
  releaser      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  kind          VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stage         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  purpose       TEXT NOT NULL,
  requester     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  requester_hat VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  requested_at  DATETIME(3) NOT NULL,
  valid_to      DATETIME(3),
  consent_due   DATETIME(3) NOT NULL,
  -- what the last check was signed for: version, recipients, caveats
  basis         VARBINARY(32) NOT NULL,
  ended_why     TEXT,
  review_due    DATETIME(3),
  moved_at      DATETIME(3) NOT NULL,
  lock_version  INT NOT NULL,
  KEY of_product (product),
  KEY by_stage (releaser, stage)
);
CREATE TABLE release_recipient (
  id              BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  release_id      BIGINT NOT NULL REFERENCES release_request (id),
  organisation    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  copy_no         INT,
  handed_at       DATETIME(3),
  acknowledged_at DATETIME(3),
  acknowledged_by VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  ended_at        DATETIME(3),
  ended_why       VARCHAR(200),
  disposed_at     DATETIME(3),
  UNIQUE (release_id, organisation),
  KEY by_organisation (organisation, ended_at)
);
-- Who said what at which step, and for exactly what. Nobody changes or deletes a line.
CREATE TABLE release_signature (
  release_id   BIGINT NOT NULL REFERENCES release_request (id),
  ordinal      SMALLINT NOT NULL,
  step         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  verdict      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hat          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at           DATETIME(3) NOT NULL,
  reason       TEXT,
  basis        VARBINARY(32) NOT NULL,
  delegation   VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin,
  PRIMARY KEY (release_id, ordinal)
);
CREATE TABLE consent_request (
  id             BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  release_id     BIGINT NOT NULL REFERENCES release_request (id),
  giver          VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  receiver       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  paragraphs     VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  asked_at       DATETIME(3) NOT NULL,
  due            DATETIME(3) NOT NULL,
  answer         VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin,
  answered_at    DATETIME(3),
  answered_by    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  answered_org   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin,
  reason         TEXT,
  alternative    VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin,
  reference_text VARCHAR(400),
  lapses         DATETIME(3),
  KEY by_giver (giver, answer)
);
GRANT SELECT, INSERT, UPDATE ON release_request TO ${app_user};
GRANT SELECT, INSERT, UPDATE ON release_recipient TO ${app_user};
GRANT SELECT, INSERT ON release_signature TO ${app_user};
GRANT SELECT, INSERT, UPDATE ON consent_request TO ${app_user};

-- ---- who may sign what ----
CREATE TABLE production_plan (
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  type         VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  role         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the highest level that the role signs by itself; NULL without limit
  ceiling      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin REFERENCES level (code),
  PRIMARY KEY (organisation, type)
);
CREATE TABLE delegation (
  id           BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  from_hat     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  to_hat       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ceiling      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  types        VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  valid_from   DATETIME(3) NOT NULL,
  valid_to     DATETIME(3),
  revoked_at   DATETIME(3),
  revoked_why  VARCHAR(400),
  KEY by_holder (to_hat)
);
GRANT SELECT, INSERT, UPDATE ON production_plan TO ${app_user};
GRANT SELECT, INSERT, UPDATE ON delegation TO ${app_user};

-- ---- due diligence (PKI-11) ----
CREATE TABLE security_force (
  code         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  name         VARCHAR(200) NOT NULL
);
CREATE TABLE due_diligence_review (
  id           BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  security_force VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES security_force (code),
  risk         VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  mitigation   TEXT,
  reviewer     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  valid_from   DATETIME(3) NOT NULL,
  valid_to     DATETIME(3),
  -- a grave violation since: the review no longer counts
  flagged_at   DATETIME(3),
  flagged_why  TEXT,
  KEY by_force (security_force, organisation)
);
GRANT SELECT, INSERT, UPDATE ON security_force TO ${app_user};
GRANT SELECT, INSERT, UPDATE ON due_diligence_review TO ${app_user};

-- ---- registries: a book a registry, a direction and a year, without gaps (CLS-50, AUD-09) ----
CREATE TABLE register_book (
  registry   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  direction  VARCHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  year       SMALLINT NOT NULL,
  last_entry INT NOT NULL,
  PRIMARY KEY (registry, direction, year)
);
CREATE TABLE register_entry (
  id             BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  registry       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  direction      VARCHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at             DATETIME(3) NOT NULL,
  reference      VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  copy_no        INT NOT NULL,
  classification TEXT NOT NULL,
  counterpart    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  officer        VARCHAR(60) NOT NULL,
  release_no     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  receipt_at     DATETIME(3),
  receipt_by     VARCHAR(60),
  disposed_at    DATETIME(3),
  certificate    TEXT,
  KEY in_time (registry, at),
  KEY of_release (release_no)
);
GRANT SELECT, INSERT, UPDATE ON register_book TO ${app_user};
GRANT SELECT, INSERT ON register_entry TO ${app_user};
GRANT UPDATE (receipt_at, receipt_by, disposed_at, certificate) ON register_entry TO ${app_user};

-- ---- what partners agree on the platform itself (CAV-04); the world's files bring their own, which are in force ----
ALTER TABLE consent ADD COLUMN from_file BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE arrangement
  ADD COLUMN from_file    BOOLEAN NOT NULL DEFAULT TRUE,
  ADD COLUMN number       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  ADD COLUMN status       VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'IN_FORCE',
  ADD COLUMN basis        VARCHAR(400) NOT NULL DEFAULT '',
  ADD COLUMN conditions   TEXT,
  ADD COLUMN proposed_by  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  ADD COLUMN agreed_by    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  ADD COLUMN changed_why  VARCHAR(400);
-- Organisations that owe due diligence before they support a force (A/67/775-S/2013/110: every UN entity).
CREATE TABLE due_diligence_duty (
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY REFERENCES organisation (code)
);
GRANT SELECT, INSERT ON due_diligence_duty TO ${app_user};
