-- Records of format 2 (docs/spec/audit.md): nothing in them can be read, and what each organisation is owed of an event stands in
-- its slot. A log of format 1 is not carried on: it is closed, its last note kept, and another begins under another name.
CREATE TABLE log_format (
  format TINYINT NOT NULL PRIMARY KEY,
  CONSTRAINT a_log_of_format_1_is_closed_and_another_begun CHECK (format = 2)
);
INSERT INTO log_format
SELECT IF(NOT EXISTS (SELECT 1 FROM log_entry) AND NOT EXISTS (SELECT 1 FROM audit_outbox), 2, 1);

-- which organisations it concerns and what each is owed: 9 bytes each (number, bits), for the sequencer to number
ALTER TABLE audit_outbox ADD COLUMN owed VARBINARY(144) NOT NULL;
ALTER TABLE audit_opening
  ADD COLUMN owed VARBINARY(144) NOT NULL,
  ADD COLUMN mode CHAR(1) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ADD COLUMN content_root CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
  -- behind salts and empty slots of the lists of what was opened
  ADD COLUMN opened_seed BINARY(32) NOT NULL;
-- What an event opened, by the number of the organisation whose it is.
CREATE TABLE audit_opened (
  event_id BINARY(16) NOT NULL,
  slot     TINYINT NOT NULL,
  list     MEDIUMTEXT NOT NULL,
  PRIMARY KEY (event_id, slot)
);
GRANT SELECT, INSERT ON audit_opened TO ${app_user};
-- 17 bytes for each organisation concerned (number, running number, bits), and what their salts follow from
ALTER TABLE log_entry
  ADD COLUMN seed  BINARY(32) NOT NULL,
  ADD COLUMN slots VARBINARY(272) NOT NULL;
-- the sixteenth slot is the joint auditor's
ALTER TABLE organisation MODIFY log_bit TINYINT NOT NULL CHECK (log_bit BETWEEN 0 AND 14);

-- ---- what the platform itself finds of its record: openings that do not fit, clocks that differ (AUD-02, AUD-14) ----
CREATE TABLE log_finding (
  id       BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  -- by the real clock, as all of the log
  at       DATETIME(3) NOT NULL,
  kind     VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the event whose opening differs
  event_id BINARY(16) UNIQUE,
  detail   VARCHAR(400) NOT NULL
);
GRANT SELECT, INSERT ON log_finding TO ${app_user};
