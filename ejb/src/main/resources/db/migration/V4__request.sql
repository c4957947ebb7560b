-- Requests for information. One row a request, one reply row for each organisation that is asked; the state is the reply's.
-- What an addressee may see of an anonymous request stands in the shown_ columns, in the broker's words, and nowhere else.

CREATE TABLE request (
  id             BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  requester      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  hat            VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  anonymous      BOOLEAN NOT NULL,
  marking        TEXT NOT NULL,
  subject        TEXT NOT NULL,
  question       TEXT NOT NULL,
  justification  TEXT NOT NULL,
  topics         TEXT NOT NULL,
  areas          TEXT NOT NULL,
  mission        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin REFERENCES mission (code),
  requirement    VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin,
  asked_at       DATETIME(3) NOT NULL,
  deadline       DATETIME(3) NOT NULL,
  shown_subject  TEXT,
  shown_question TEXT,
  shown_topics   TEXT,
  shown_areas    TEXT,
  shown_mission  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin REFERENCES mission (code),
  shown_deadline DATETIME(3),
  lock_version   INT NOT NULL,
  KEY by_requester (requester, id)
);
CREATE TABLE request_reply (
  id            BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  request_id    BIGINT NOT NULL REFERENCES request (id),
  organisation  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  state         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- as this organisation reads the request; none while it lies with the broker
  marking       TEXT,
  arrived_at    DATETIME(3),
  experts       TEXT NOT NULL,
  answered_at   DATETIME(3),
  answered_by   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  products      TEXT NOT NULL,
  answer_text   TEXT,
  ended_at      DATETIME(3),
  reason        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin,
  reason_text   TEXT,
  used          VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin,
  feedback_text TEXT,
  lock_version  INT NOT NULL,
  UNIQUE (request_id, organisation),
  KEY by_organisation (organisation, request_id),
  KEY by_state (state)
);
-- What happened, in order. organisation is the reply that it happened to; NULL for what concerns the whole request.
CREATE TABLE request_step (
  id           BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  request_id   BIGINT NOT NULL REFERENCES request (id),
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin,
  step         VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at           DATETIME(3) NOT NULL,
  by_org       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  by_hat       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  KEY by_request (request_id, id)
);
-- An organisation's experts: who of its own is asked about what.
CREATE TABLE expert (
  hat          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  topics       TEXT NOT NULL,
  areas        TEXT NOT NULL,
  languages    VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  KEY by_organisation (organisation)
);
-- Priority intelligence requirements, each organisation's own.
CREATE TABLE requirement (
  id           BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  hat          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  marking      TEXT NOT NULL,
  words        TEXT NOT NULL,
  stated_at    DATETIME(3) NOT NULL,
  valid_from   DATETIME(3) NOT NULL,
  valid_to     DATETIME(3),
  KEY by_organisation (organisation, id)
);
CREATE TABLE requirement_answer (
  requirement_id BIGINT NOT NULL REFERENCES requirement (id),
  product        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (requirement_id, product)
);

GRANT SELECT, INSERT, UPDATE ON request TO ${app_user};
GRANT SELECT, INSERT, UPDATE ON request_reply TO ${app_user};
GRANT SELECT, INSERT ON request_step TO ${app_user};
GRANT SELECT, INSERT, UPDATE, DELETE ON expert TO ${app_user};
GRANT SELECT, INSERT ON requirement TO ${app_user};
GRANT SELECT, INSERT ON requirement_answer TO ${app_user};
