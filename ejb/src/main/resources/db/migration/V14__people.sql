-- Who may do what is decided here, not only read from a file: what is decided here outlives the file.
ALTER TABLE hat_span ADD COLUMN from_file BOOLEAN NOT NULL DEFAULT TRUE;
UPDATE hat_span s JOIN hat h ON h.id = s.hat SET s.from_file = FALSE WHERE NOT h.from_file;
ALTER TABLE hat_span MODIFY kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
  CHECK (kind IN ('ASSIGNMENT', 'CLEARANCE', 'BRIEFING', 'CONDUCT'));
ALTER TABLE post ADD COLUMN from_file BOOLEAN NOT NULL DEFAULT TRUE;

-- A suspension ends, and that it was stays.
ALTER TABLE hat_suspension
  DROP PRIMARY KEY,
  ADD COLUMN id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY FIRST,
  ADD COLUMN lifted_at DATETIME(3),
  ADD COLUMN lifted_by VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  ADD INDEX (hat);
REVOKE DELETE ON hat_suspension FROM ${app_user};
GRANT UPDATE (lifted_at, lifted_by) ON hat_suspension TO ${app_user};

-- Assignments that were ended here, by a handover or by the organisation itself.
CREATE TABLE assignment_end (
  hat         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  mission     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES mission (code),
  ended_at    DATETIME(3) NOT NULL,
  -- until when its wearer still reads what was their organisation's own before
  residual_to DATETIME(3),
  -- the handover that ended it; none where the organisation did
  plan        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin,
  PRIMARY KEY (hat, mission)
);
INSERT INTO assignment_end SELECT e.hat, e.mission, e.ended_at, e.residual_to, p.number
  FROM hat_end e JOIN handover_plan p ON p.id = e.plan;
DROP TABLE hat_end;
GRANT SELECT, INSERT, UPDATE ON assignment_end TO ${app_user};

-- ---- acts that give somebody a right: proposed by one, confirmed by others, about a third ----
CREATE TABLE people_act (
  id           BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  kind         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- whose person or hat it is about, and who confirms
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  hat          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  bearer       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the change itself, as it is shown, confirmed and applied
  change_text  TEXT NOT NULL,
  reason       VARCHAR(400) NOT NULL,
  -- number of the handover that it belongs to
  plan         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin,
  proposer_org VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  proposer_hat VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  proposer     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  proposed_at  DATETIME(3) NOT NULL,
  state        VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ended_at     DATETIME(3),
  ended_why    VARCHAR(400),
  INDEX (organisation, state),
  INDEX (plan)
);
CREATE TABLE people_confirmation (
  act       BIGINT NOT NULL REFERENCES people_act (id),
  role      VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hat       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- SHA-256 of what was shown
  digest    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at        DATETIME(3) NOT NULL,
  PRIMARY KEY (act, role),
  UNIQUE (act, person)
);
GRANT SELECT, INSERT ON people_act TO ${app_user};
GRANT UPDATE (state, ended_at, ended_why) ON people_act TO ${app_user};
GRANT SELECT, INSERT ON people_confirmation TO ${app_user};

-- A new hat of a handover is proposed by it and confirmed by the successor's own offices; its conditions are records like any.
ALTER TABLE handover_person
  ADD COLUMN act VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin,
  DROP COLUMN clearance_at,
  DROP COLUMN briefing_at,
  DROP COLUMN conduct_at,
  DROP COLUMN confirmed_at;
