-- The auditor's desk and the security officer's: samples, purges, breach cases. Nothing here is ever deleted.

-- ---- samples of classification decisions (AUD-08) ----
-- What was drawn stays drawn: the same order again is the same sample.
CREATE TABLE audit_sample (
  id           BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  year         SMALLINT NOT NULL,
  size         SMALLINT NOT NULL,
  seed         VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- how many there were to draw from
  population   INT NOT NULL,
  ordered_at   DATETIME(3) NOT NULL,
  by_hat       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  UNIQUE (organisation, year, size, seed)
);
CREATE TABLE audit_sample_item (
  sample_id BIGINT NOT NULL REFERENCES audit_sample (id),
  ordinal   SMALLINT NOT NULL,
  product   VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES product (number),
  version   INT NOT NULL,
  marking   TEXT NOT NULL,
  PRIMARY KEY (sample_id, ordinal),
  UNIQUE (sample_id, product)
);
CREATE TABLE audit_sample_finding (
  sample_id BIGINT NOT NULL,
  product   VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  type      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  note      TEXT,
  at        DATETIME(3) NOT NULL,
  by_hat    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (sample_id, product, type),
  FOREIGN KEY (sample_id, product) REFERENCES audit_sample_item (sample_id, product)
);
GRANT SELECT, INSERT ON audit_sample TO ${app_user};
GRANT SELECT, INSERT ON audit_sample_item TO ${app_user};
GRANT SELECT, INSERT ON audit_sample_finding TO ${app_user};

-- ---- purges (AUD-13): ordered by one, approved by another, with a certificate ----
CREATE TABLE purge_order (
  number       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  before_at    DATETIME(3) NOT NULL,
  reason       TEXT NOT NULL,
  person       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hat          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ordered_at   DATETIME(3) NOT NULL
);
CREATE TABLE purge_certificate (
  number      VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY REFERENCES purge_order (number),
  person      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hat         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  approved_at DATETIME(3) NOT NULL,
  -- the event that records it, under which its erasures lie
  by_event    BINARY(16) NOT NULL,
  events      BIGINT NOT NULL,
  first_idx   BIGINT,
  last_idx    BIGINT,
  -- SHA-256 over the numbers of the events, in the order of the log
  digest      BINARY(32) NOT NULL
);
GRANT SELECT, INSERT ON purge_order TO ${app_user};
GRANT SELECT, INSERT ON purge_certificate TO ${app_user};
ALTER TABLE opening_erasure ADD KEY of_order (by_event);
ALTER TABLE audit_opening ADD KEY of_organisation (actor_org, occurred_at);

-- ---- breach cases (AUD-10, AUD-11) ----
CREATE TABLE breach_case (
  id             BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  -- where it happened; its security officers handle it
  organisation   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  product        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin REFERENCES product (number),
  person         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hat            VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  what           TEXT NOT NULL,
  -- what of one's own systems or procedures let it happen: for one's own organisation alone
  weakness       TEXT,
  happened_at    DATETIME(3) NOT NULL,
  reported_at    DATETIME(3) NOT NULL,
  state          VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  moved_at       DATETIME(3) NOT NULL,
  informed_at    DATETIME(3),
  KEY of_product (product)
);
CREATE TABLE breach_step (
  case_id BIGINT NOT NULL REFERENCES breach_case (id),
  ordinal SMALLINT NOT NULL,
  step    VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hat     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at      DATETIME(3) NOT NULL,
  note    TEXT NOT NULL,
  PRIMARY KEY (case_id, ordinal)
);
-- Who declared a product compromised, each for their organisation's part.
CREATE TABLE compromise (
  case_id      BIGINT NOT NULL REFERENCES breach_case (id),
  organisation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES organisation (code),
  hat          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at           DATETIME(3) NOT NULL,
  suspended    INT NOT NULL,
  PRIMARY KEY (case_id, organisation)
);
GRANT SELECT, INSERT ON breach_case TO ${app_user};
GRANT UPDATE (weakness, state, moved_at, informed_at) ON breach_case TO ${app_user};
GRANT SELECT, INSERT ON breach_step TO ${app_user};
GRANT SELECT, INSERT ON compromise TO ${app_user};
