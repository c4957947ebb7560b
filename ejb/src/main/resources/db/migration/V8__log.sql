-- The transparency log: what was recorded, in one order that nobody can change.

-- ---- what a decision rested on, so that it can be taken again (AUD-06) ----
-- Texts under their own SHA-256: the hat and the product as they were. Few are distinct; events name them by digest.
CREATE TABLE decision_ground (
  digest BINARY(32) NOT NULL PRIMARY KEY,
  text   MEDIUMTEXT NOT NULL
);
GRANT SELECT, INSERT ON decision_ground TO ${app_user};
ALTER TABLE audit_opening
  ADD COLUMN hat_ground    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
  ADD COLUMN object_ground CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
  -- the auditor's two usual ways in
  ADD KEY of_object (object, position),
  ADD KEY of_person (person, position);

-- ---- the log itself; docs/spec/log.md ----
CREATE TABLE log_entry (
  idx      BIGINT NOT NULL PRIMARY KEY,
  event_id BINARY(16) NOT NULL UNIQUE,
  record   VARBINARY(2048) NOT NULL
);
-- One row: where the log ends, and who may go on. A sequencer takes over by moving epoch, and writes only while epoch and
-- size are still what it knows; beat shows that the holder lives, without anybody's clock.
CREATE TABLE log_head (
  id        TINYINT NOT NULL PRIMARY KEY CHECK (id = 1),
  size      BIGINT NOT NULL,
  root      BINARY(32) NOT NULL,
  frontier  VARBINARY(4096) NOT NULL,
  -- the last number given to each acting organisation: pairs of one byte and eight
  sequences VARBINARY(2304) NOT NULL,
  epoch     BIGINT NOT NULL,
  beat      BIGINT NOT NULL,
  waiting   INT NOT NULL
);
-- SHA-256 of nothing is the root of the empty tree
INSERT INTO log_head VALUES (1, 0, UNHEX(SHA2('', 256)), '', '', 0, 0, 0);
-- Every note that a quorum cosigned, for ever.
CREATE TABLE log_publication (
  id           BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  size         BIGINT NOT NULL,
  note         TEXT NOT NULL,
  cosignatures TINYINT NOT NULL,
  published_at DATETIME(3) NOT NULL,
  KEY by_size (size)
);
-- How the log is: each witness's last word, and what went wrong.
CREATE TABLE log_witness (
  name        VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  size        BIGINT NOT NULL,
  answered_at DATETIME(3),
  trouble     VARCHAR(400)
);
CREATE TABLE log_alarm (
  id     BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at     DATETIME(3) NOT NULL,
  kind   VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  detail VARCHAR(1000) NOT NULL
);
GRANT SELECT, DELETE ON audit_outbox TO ${log_user};
GRANT SELECT, INSERT ON log_entry TO ${log_user};
GRANT SELECT, UPDATE ON log_head TO ${log_user};
GRANT SELECT, INSERT ON log_publication TO ${log_user};
GRANT SELECT, INSERT, UPDATE ON log_witness TO ${log_user};
GRANT SELECT, INSERT ON log_alarm TO ${log_user};
GRANT SELECT ON log_entry TO ${app_user};
GRANT SELECT ON log_head TO ${app_user};
GRANT SELECT ON log_publication TO ${app_user};
GRANT SELECT ON log_witness TO ${app_user};
GRANT SELECT ON log_alarm TO ${app_user};

-- ---- erasure: a value and its salt go, the record and its place stay (docs/spec/log.md) ----
CREATE TABLE opening_erasure (
  event_id   BINARY(16) NOT NULL,
  field      SMALLINT NOT NULL,
  -- the event that records the erasure
  by_event   BINARY(16) NOT NULL,
  ordered_at DATETIME(3) NOT NULL,
  by_hat     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason     TEXT NOT NULL,
  PRIMARY KEY (event_id, field)
);
GRANT SELECT, INSERT ON opening_erasure TO ${app_user};
GRANT SELECT ON opening_erasure TO ${eraser_user};
GRANT SELECT ON audit_opening TO ${eraser_user};
GRANT UPDATE (person, hat, session, address, purpose, detail, salts) ON audit_opening TO ${eraser_user};
