-- Handover: responsibility moves from one organisation to another, item by item, with both sides' signatures.

-- ---- missions as a dated graph (HND-12) ----
ALTER TABLE mission
  ADD COLUMN name            VARCHAR(200) NOT NULL DEFAULT '',
  ADD COLUMN mandate         VARCHAR(400) NOT NULL DEFAULT '',
  ADD COLUMN begins          DATETIME(3),
  -- four ends: access rules go by the legal one, provisional and residual rules by the others
  ADD COLUMN legal_end       DATETIME(3),
  ADD COLUMN operational_end DATETIME(3),
  ADD COLUMN realignment_end DATETIME(3),
  ADD COLUMN liquidation_end DATETIME(3);
CREATE TABLE mission_lead (
  mission      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES mission (code),
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  PRIMARY KEY (mission, organisation)
);
CREATE TABLE mission_edge (
  id           BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  from_mission VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES mission (code),
  to_mission   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES mission (code),
  type         VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  valid_from   DATETIME(3),
  valid_to     DATETIME(3),
  -- from when the successor's planners may see a named subset before the transfer (HND-09)
  overlap_from DATETIME(3),
  -- a parallel relation is looked at again on this date (HND-10)
  review_due   DATETIME(3),
  KEY of_from (from_mission),
  KEY of_to (to_mission)
);
CREATE TABLE mission_contributor (
  mission    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES mission (code),
  state      VARCHAR(80) NOT NULL,
  valid_from DATETIME(3),
  valid_to   DATETIME(3),
  PRIMARY KEY (mission, state)
);
CREATE TABLE mission_phase (
  id         BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  mission    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES mission (code),
  name       VARCHAR(120) NOT NULL,
  valid_from DATETIME(3),
  valid_to   DATETIME(3)
);
-- What a mission is to have reached before it hands over (HND-17).
CREATE TABLE benchmark (
  id        BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number    VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  mission   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES mission (code),
  text      VARCHAR(1000) NOT NULL,
  source    VARCHAR(200) NOT NULL,
  owner     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  status    VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  evidence  VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin,
  changed_at DATETIME(3) NOT NULL
);

-- ---- plans ----
CREATE TABLE handover_plan (
  id            BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  edge          VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES mission_edge (number),
  from_mission  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES mission (code),
  to_mission    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES mission (code),
  predecessor   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  successor     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  -- the instant of the transfer of authority
  toa           DATETIME(3) NOT NULL,
  stage         VARCHAR(18) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  suspended     BOOLEAN NOT NULL DEFAULT FALSE,
  accelerated   BOOLEAN NOT NULL DEFAULT FALSE,
  cochair_from  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cochair_to    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  drafted_by    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  drafted_at    DATETIME(3) NOT NULL,
  frozen_at     DATETIME(3),
  inventory     BINARY(32),
  executed_at   DATETIME(3),
  closed_at     DATETIME(3),
  ended_why     TEXT,
  lessons       TEXT,
  lock_version  INT NOT NULL,
  KEY by_edge (edge)
);
CREATE TABLE handover_step (
  plan       BIGINT NOT NULL REFERENCES handover_plan (id),
  ordinal    SMALLINT NOT NULL,
  text       VARCHAR(300) NOT NULL,
  -- days before (negative) or after the transfer
  days       INT NOT NULL,
  done_at    DATETIME(3),
  done_by    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  waived_why VARCHAR(400),
  PRIMARY KEY (plan, ordinal)
);
-- Who signed what for which side; nobody changes or deletes a line.
CREATE TABLE handover_signature (
  plan         BIGINT NOT NULL REFERENCES handover_plan (id),
  ordinal      INT NOT NULL,
  act          VARCHAR(14) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hat          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at           DATETIME(3) NOT NULL,
  -- of what was signed, as it was
  digest       BINARY(32) NOT NULL,
  note         TEXT,
  PRIMARY KEY (plan, ordinal)
);
CREATE TABLE handover_item (
  id            BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  plan          BIGINT NOT NULL REFERENCES handover_plan (id),
  kind          VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- a product's number, or an entry's in the predecessor's books
  reference     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  product_id    BIGINT REFERENCES product (id),
  version_no    INT,
  content_hash  BINARY(32) NOT NULL,
  originator    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  marking       TEXT NOT NULL,
  level         VARCHAR(80) NOT NULL,
  -- what stands in the way of handing it on as it is, as words; empty for nothing
  barriers      VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  addendum      BOOLEAN NOT NULL DEFAULT FALSE,
  disposition   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin,
  disposed_by   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  reason        VARCHAR(400),
  -- the sanitised version that goes instead
  substitute    VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin,
  retention     VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin,
  legal_hold    BOOLEAN NOT NULL DEFAULT FALSE,
  -- whether the right to downgrade passes with custody (HND-04)
  downgrade     BOOLEAN NOT NULL DEFAULT FALSE,
  outcome       VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin,
  outcome_at    DATETIME(3),
  outcome_by    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  outcome_why   VARCHAR(400),
  certificate   VARCHAR(400),
  register_out  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  register_in   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  UNIQUE (plan, reference),
  KEY by_disposition (plan, disposition)
);
CREATE TABLE handover_consent (
  id          BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number      VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  item        BIGINT NOT NULL REFERENCES handover_item (id),
  giver       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  asked_at    DATETIME(3) NOT NULL,
  due         DATETIME(3) NOT NULL,
  granted     BOOLEAN,
  answered_at DATETIME(3),
  answered_by VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  reason      VARCHAR(1000),
  -- a sanitised version that the giver would let go instead
  alternative VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin,
  -- for a giver who has nobody here: the written answer
  reference_text VARCHAR(400),
  UNIQUE (item, giver),
  KEY by_giver (giver, granted)
);
-- An unbroken chain for each product, over all handovers (HND-05, HND-14).
CREATE TABLE custody (
  product_id   BIGINT NOT NULL REFERENCES product (id),
  ordinal      INT NOT NULL,
  -- TRANSFER: custody passed; COPY: a certified copy went, custody stayed
  kind         VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  from_org     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  to_org       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at           DATETIME(3) NOT NULL,
  plan         BIGINT NOT NULL REFERENCES handover_plan (id),
  content_hash BINARY(32) NOT NULL,
  signed_from  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  signed_to    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  register_out VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  register_in  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  downgrade    BOOLEAN NOT NULL,
  PRIMARY KEY (product_id, ordinal)
);
-- Officers who change hats at the transfer (HND-08).
CREATE TABLE handover_person (
  id           BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  plan         BIGINT NOT NULL REFERENCES handover_plan (id),
  old_hat      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- none for who goes home
  new_hat      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  roles        VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  post         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  clearance    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin,
  clearance_at DATETIME(3),
  briefing_at  DATETIME(3),
  conduct_at   DATETIME(3),
  deadline     DATETIME(3) NOT NULL,
  confirmed_at DATETIME(3),
  suspended_at DATETIME(3),
  UNIQUE (plan, old_hat)
);
-- What a former officer may still read of their own organisation's from before (HND-07).
CREATE TABLE residual_access (
  id            BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  plan          BIGINT NOT NULL REFERENCES handover_plan (id),
  hat           VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  purpose       VARCHAR(400) NOT NULL,
  valid_to      DATETIME(3) NOT NULL,
  asked_by      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  approved_from VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  approved_to   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  UNIQUE (plan, hat)
);
-- What the successor's planners may read before the transfer (HND-09).
CREATE TABLE overlap_access (
  id          BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  plan        BIGINT NOT NULL REFERENCES handover_plan (id),
  hat         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  product     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES product (number),
  valid_from  DATETIME(3) NOT NULL,
  granted_by  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  UNIQUE (plan, hat, product)
);
-- What was under way at the transfer, and what became of it (HND-16).
CREATE TABLE handover_open_work (
  id        BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  plan      BIGINT NOT NULL REFERENCES handover_plan (id),
  kind      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reference VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  decision  VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin,
  to_hat    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  note      VARCHAR(400),
  UNIQUE (plan, kind, reference)
);

-- Some of an organisation's hats alone; NULL for all of them.
ALTER TABLE dissemination ADD COLUMN hats VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin;

-- ---- hats that handovers make or end; they outlive the world's files ----
ALTER TABLE hat ADD COLUMN from_file BOOLEAN NOT NULL DEFAULT TRUE;
CREATE TABLE hat_end (
  hat         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  mission     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES mission (code),
  ended_at    DATETIME(3) NOT NULL,
  -- until when its wearer still reads what was their organisation's own before
  residual_to DATETIME(3),
  plan        BIGINT NOT NULL REFERENCES handover_plan (id),
  PRIMARY KEY (hat, mission)
);

GRANT SELECT, INSERT, UPDATE ON mission_lead TO ${app_user};
GRANT SELECT, INSERT, UPDATE ON mission_edge TO ${app_user};
GRANT SELECT, INSERT, UPDATE ON mission_contributor TO ${app_user};
GRANT SELECT, INSERT, UPDATE ON mission_phase TO ${app_user};
GRANT SELECT, INSERT, UPDATE ON benchmark TO ${app_user};
GRANT SELECT, INSERT, UPDATE ON handover_plan TO ${app_user};
GRANT SELECT, INSERT, UPDATE ON handover_step TO ${app_user};
GRANT SELECT, INSERT ON handover_signature TO ${app_user};
GRANT SELECT, INSERT, UPDATE ON handover_item TO ${app_user};
GRANT SELECT, INSERT, UPDATE ON handover_consent TO ${app_user};
GRANT SELECT, INSERT ON custody TO ${app_user};
GRANT SELECT, INSERT, UPDATE ON handover_person TO ${app_user};
GRANT SELECT, INSERT, UPDATE ON residual_access TO ${app_user};
GRANT SELECT, INSERT ON overlap_access TO ${app_user};
GRANT SELECT, INSERT, UPDATE ON handover_open_work TO ${app_user};
GRANT SELECT, INSERT, UPDATE ON hat_end TO ${app_user};
