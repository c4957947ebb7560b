-- The ground floor. Instants are UTC with milliseconds; intervals are half-open, NULL means unbounded.
-- Codes compare exactly (ascii_bin); people's text compares as people do (the schema's default).

-- One row that says how fresh everything else is: every request reads it first, every change of the world or of what is
-- published moves it. It also carries the exercise clock as an offset from the server's.
CREATE TABLE head (
  id           TINYINT NOT NULL PRIMARY KEY CHECK (id = 1),
  world        BIGINT  NOT NULL,
  changes      BIGINT  NOT NULL,
  clock_offset BIGINT  NOT NULL
);
INSERT INTO head VALUES (1, 0, 0, 0);

-- ---- the world: who is there, what their markings mean, what they arranged ----
CREATE TABLE world_version (
  version   BIGINT     NOT NULL PRIMARY KEY,
  hash      BINARY(32) NOT NULL,
  -- SHA-256 of the files it came from: the same files again change nothing
  source    BINARY(32) NOT NULL,
  loaded_at DATETIME(3) NOT NULL,
  document  LONGTEXT   NOT NULL
);
CREATE TABLE organisation (
  code    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  kind    VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- its place in the audit record's subject bitmap; fixed for ever
  log_bit TINYINT NOT NULL UNIQUE CHECK (log_bit BETWEEN 0 AND 15)
);
CREATE TABLE scheme (
  code         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  briefing     BOOLEAN NOT NULL
);
CREATE TABLE level (
  code       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  scheme     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES scheme (code),
  rank_no    TINYINT NOT NULL,
  mark       VARCHAR(80) NOT NULL,
  classified BOOLEAN NOT NULL,
  UNIQUE (scheme, rank_no)
);
CREATE TABLE equivalence (
  id         INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  level      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES level (code),
  tier       TINYINT NOT NULL,
  status     VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  valid_from DATETIME(3),
  valid_to   DATETIME(3)
);
CREATE TABLE org_group (
  code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY
);
CREATE TABLE group_member (
  id           INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  org_group    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES org_group (code),
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  valid_from   DATETIME(3),
  valid_to     DATETIME(3)
);
CREATE TABLE mission (
  code       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  host_state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin
);
CREATE TABLE arrangement (
  id         INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  giver      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  receiver   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  mission    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin REFERENCES mission (code),
  cap        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES level (code),
  valid_from DATETIME(3),
  valid_to   DATETIME(3)
);
CREATE TABLE consent (
  id         INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  giver      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  receiver   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  product    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  valid_from DATETIME(3),
  valid_to   DATETIME(3)
);
CREATE TABLE post (
  code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY
);
CREATE TABLE person (
  code     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  -- the identity provider's stable name for this person: proves who, never what they may do
  subject  CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  name     VARCHAR(120) NOT NULL,
  language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
);
CREATE TABLE hat (
  id                VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  person            VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES person (code),
  organisation      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  provisional_until DATETIME(3),
  residual_mission  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin REFERENCES mission (code),
  residual_from     DATETIME(3),
  residual_to       DATETIME(3)
);
-- A hat taken off at once, whatever the world file says; kept when the file is loaded again.
CREATE TABLE hat_suspension (
  hat          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  suspended_at DATETIME(3) NOT NULL,
  by_hat       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason       VARCHAR(400) NOT NULL
);
CREATE TABLE hat_word (
  hat  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES hat (id),
  kind VARCHAR(4)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL CHECK (kind IN ('ROLE', 'POST')),
  word VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (hat, kind, word)
);
CREATE TABLE hat_span (
  id         INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  hat        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES hat (id),
  kind       VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL CHECK (kind IN ('ASSIGNMENT', 'CLEARANCE', 'BRIEFING')),
  -- the mission, the level or the scheme that the span is about
  subject    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  valid_from DATETIME(3),
  valid_to   DATETIME(3)
);

-- ---- products ----
-- Everything that a decision depends on, apart from instants and the product's number, interned.
CREATE TABLE access_class (
  id         INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  digest     BINARY(32) NOT NULL UNIQUE,
  originator VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  type       VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  mission    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin,
  marking    TEXT NOT NULL,
  portions   MEDIUMTEXT NOT NULL
);
CREATE TABLE product (
  id            BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  type          VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  originator    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  mission       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin REFERENCES mission (code),
  state         VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  author        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  author_hat    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version_no    INT NOT NULL,
  class_id      INT REFERENCES access_class (id),
  filed_at      DATETIME(3) NOT NULL,
  submitted_at  DATETIME(3),
  published     DATETIME(3),
  confirmed_by  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  damage        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin,
  returned_why  TEXT,
  withdrawn_at  DATETIME(3),
  withdrawn_why TEXT,
  import_id     CHAR(36) CHARACTER SET ascii COLLATE ascii_bin,
  lock_version  INT NOT NULL,
  KEY by_state (state, originator, id),
  KEY by_author (author, state),
  KEY by_import (import_id)
);
CREATE TABLE product_version (
  id                 BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  product_id         BIGINT NOT NULL REFERENCES product (id),
  version_no         INT NOT NULL,
  marking            TEXT NOT NULL,
  title_marking      TEXT,
  compilation_reason TEXT,
  likelihood         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin,
  confidence         VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin,
  content_hash       BINARY(32) NOT NULL,
  created_at         DATETIME(3) NOT NULL,
  created_by         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  UNIQUE (product_id, version_no)
);
CREATE TABLE product_portion (
  version_id  BIGINT NOT NULL REFERENCES product_version (id),
  ordinal     SMALLINT NOT NULL,
  marking     TEXT NOT NULL,
  reliability CHAR(1) CHARACTER SET ascii COLLATE ascii_bin,
  credibility CHAR(1) CHARACTER SET ascii COLLATE ascii_bin,
  sources     TEXT NOT NULL,
  citations   TEXT NOT NULL,
  PRIMARY KEY (version_id, ordinal)
);
-- The words themselves: the title is portion 0. The application's user writes here and cannot read; only the content
-- user reads, and only one class holds that connection.
CREATE TABLE content (
  version_id BIGINT NOT NULL REFERENCES product_version (id),
  ordinal    SMALLINT NOT NULL,
  text       MEDIUMTEXT NOT NULL,
  PRIMARY KEY (version_id, ordinal)
);
CREATE TABLE acknowledgement (
  person     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  product_id BIGINT NOT NULL REFERENCES product (id),
  hat        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at         DATETIME(3) NOT NULL,
  -- an exercise's clock may go back: what was acknowledged later is acknowledged again
  PRIMARY KEY (person, product_id, at)
);
-- What the list index follows. seq is head.changes of the transaction that wrote it, so it is dense and in commit order.
CREATE TABLE product_change (
  seq        BIGINT NOT NULL,
  product_id BIGINT NOT NULL REFERENCES product (id),
  PRIMARY KEY (seq, product_id)
);
CREATE TABLE idempotency (
  hat         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  idem_key    VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request     BINARY(32) NOT NULL,
  answer      TEXT NOT NULL,
  at          DATETIME(3) NOT NULL,
  PRIMARY KEY (hat, idem_key)
);
CREATE TABLE import_row (
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  row_id       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  product_id   BIGINT NOT NULL REFERENCES product (id),
  PRIMARY KEY (organisation, source, row_id)
);

-- ---- sign-out: sessions that the identity provider has ended ----
CREATE TABLE ended_session (
  sid        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  ended_at   DATETIME(3) NOT NULL
);
CREATE TABLE logout_token (
  jti        VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  seen_at    DATETIME(3) NOT NULL
);

-- ---- the record: what the transparency log will sequence ----
CREATE TABLE audit_outbox (
  event_id BINARY(16) NOT NULL PRIMARY KEY,
  record   VARBINARY(2048) NOT NULL
);
-- One row an event: the values behind the record's digests, each with its salt (n x 32 bytes in field order). A value is
-- erased by setting it to NULL and overwriting its salt; the record keeps its shape.
CREATE TABLE audit_opening (
  position     BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id     BINARY(16) NOT NULL UNIQUE,
  occurred_at  DATETIME(3) NOT NULL,
  action       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  outcome      VARCHAR(6)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor_org    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_orgs INT NOT NULL,
  policy_hash  BINARY(32) NOT NULL,
  person       VARCHAR(60),
  hat          VARCHAR(40),
  roles        VARCHAR(200),
  mission      VARCHAR(200),
  session      VARCHAR(64),
  address      VARCHAR(64),
  object       VARCHAR(80),
  object_version VARCHAR(12),
  originator   VARCHAR(20),
  marking      TEXT,
  decision     VARCHAR(12),
  reasons      VARCHAR(400),
  purpose      VARCHAR(40),
  detail       TEXT,
  salts        VARBINARY(1024) NOT NULL
);

-- ---- who may do what to which table ----
GRANT SELECT, INSERT, UPDATE, DELETE ON organisation TO ${app_user};
GRANT SELECT, INSERT, UPDATE, DELETE ON scheme TO ${app_user};
GRANT SELECT, INSERT, UPDATE, DELETE ON level TO ${app_user};
GRANT SELECT, INSERT, UPDATE, DELETE ON equivalence TO ${app_user};
GRANT SELECT, INSERT, UPDATE, DELETE ON org_group TO ${app_user};
GRANT SELECT, INSERT, UPDATE, DELETE ON group_member TO ${app_user};
GRANT SELECT, INSERT, UPDATE, DELETE ON mission TO ${app_user};
GRANT SELECT, INSERT, UPDATE, DELETE ON arrangement TO ${app_user};
GRANT SELECT, INSERT, UPDATE, DELETE ON consent TO ${app_user};
GRANT SELECT, INSERT, UPDATE, DELETE ON post TO ${app_user};
GRANT SELECT, INSERT, UPDATE, DELETE ON person TO ${app_user};
GRANT SELECT, INSERT, UPDATE, DELETE ON hat TO ${app_user};
GRANT SELECT, INSERT, UPDATE, DELETE ON hat_word TO ${app_user};
GRANT SELECT, INSERT, UPDATE, DELETE ON hat_span TO ${app_user};
GRANT SELECT, INSERT, DELETE ON hat_suspension TO ${app_user};
GRANT SELECT, INSERT ON world_version TO ${app_user};
GRANT SELECT, UPDATE ON head TO ${app_user};
GRANT SELECT, INSERT ON access_class TO ${app_user};
GRANT SELECT, INSERT, UPDATE ON product TO ${app_user};
GRANT SELECT, INSERT ON product_version TO ${app_user};
GRANT SELECT, INSERT ON product_portion TO ${app_user};
GRANT INSERT ON content TO ${app_user};
GRANT SELECT, INSERT ON acknowledgement TO ${app_user};
GRANT SELECT, INSERT ON product_change TO ${app_user};
GRANT SELECT, INSERT ON idempotency TO ${app_user};
GRANT SELECT, INSERT ON import_row TO ${app_user};
GRANT SELECT, INSERT, DELETE ON ended_session TO ${app_user};
GRANT SELECT, INSERT, DELETE ON logout_token TO ${app_user};
GRANT INSERT ON audit_outbox TO ${app_user};
GRANT SELECT, INSERT ON audit_opening TO ${app_user};
GRANT SELECT ON content TO ${content_user};
