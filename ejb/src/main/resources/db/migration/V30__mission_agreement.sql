-- What is proposed about missions and their relations, until those whom it binds have agreed (ORG-01, HND-10, HND-11).
CREATE TABLE mission_proposal (
  id             BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  kind           VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state          VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  organisation   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  hat            VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  proposed_at    DATETIME(3) NOT NULL,
  -- may not exist yet
  mission        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  other_mission  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin,
  relation       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin,
  type           VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin,
  name           VARCHAR(200) NOT NULL DEFAULT '',
  mandate        VARCHAR(400) NOT NULL DEFAULT '',
  host_state     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin,
  -- separated by blanks
  leads          VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  begins         DATETIME(3),
  legal_end      DATETIME(3),
  operational_end DATETIME(3),
  realignment_end DATETIME(3),
  liquidation_end DATETIME(3),
  valid_from     DATETIME(3),
  valid_to       DATETIME(3),
  overlap_from   DATETIME(3),
  review_due     DATETIME(3),
  settled_at     DATETIME(3),
  why            VARCHAR(400),
  KEY of_state (state)
);
CREATE TABLE mission_agreement (
  proposal     BIGINT NOT NULL REFERENCES mission_proposal (id),
  -- a lead by its code; for a relation the side, FROM or TO
  place        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  hat          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  agreed_at    DATETIME(3) NOT NULL,
  PRIMARY KEY (proposal, place)
);
-- Who agreed to a relation: its ending touches nobody else's releases. No hat: it stood in the file, which two persons write.
CREATE TABLE mission_edge_agreement (
  edge         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES mission_edge (number),
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  hat          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  agreed_at    DATETIME(3),
  PRIMARY KEY (edge, organisation)
);
-- When a lead agreed to lead, and who said so for it.
ALTER TABLE mission_lead ADD COLUMN agreed_at DATETIME(3), ADD COLUMN agreed_by VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin;
-- What was there before nobody was asked about; it stands, as what a file says does.
INSERT INTO mission_edge_agreement (edge, organisation, agreed_at)
  SELECT DISTINCT e.number, l.organisation, e.valid_from FROM mission_edge e
  JOIN mission_lead l ON l.mission IN (e.from_mission, e.to_mission);
UPDATE mission_lead l JOIN mission m ON m.code = l.mission SET l.agreed_at = m.begins;

GRANT SELECT, INSERT, UPDATE ON mission_proposal TO ${app_user};
-- what was agreed is never unsaid
GRANT SELECT, INSERT ON mission_agreement TO ${app_user};
GRANT SELECT, INSERT ON mission_edge_agreement TO ${app_user};
