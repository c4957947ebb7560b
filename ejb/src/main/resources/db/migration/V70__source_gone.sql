-- What versions draw on: the products that their portions name, and what a sanitised version was made of. Kept for whoever asks
-- the other way round, from a source to what was built on it.
CREATE TABLE drawn_on (
  version_id BIGINT NOT NULL REFERENCES product_version (id),
  source     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (version_id, source),
  KEY by_source (source)
);
INSERT IGNORE INTO drawn_on (version_id, source)
  SELECT o.version_id, SUBSTRING_INDEX(s.source, '#', 1) FROM product_portion o,
    JSON_TABLE(CONCAT('["', REPLACE(o.sources, '\n', '","'), '"]'), '$[*]' COLUMNS (source VARCHAR(40) PATH '$')) s
   WHERE o.sources <> '';
INSERT IGNORE INTO drawn_on (version_id, source)
  SELECT v.id, p.sanitised_from FROM product_version v JOIN product p ON p.id = v.product_id WHERE p.sanitised_from IS NOT NULL;

-- A product that others were built on is gone (PKI-13): for everybody, or for the one organisation that lost it.
CREATE TABLE source_gone (
  id            BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  source        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES product (number),
  organisation  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin REFERENCES organisation (code),
  how           VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at            DATETIME(3) NOT NULL,
  superseded_by VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin,
  KEY of_source (source, id)
);
INSERT INTO source_gone (source, how, at)
  SELECT p.number, IF(p.withdrawn_why LIKE 'Destroyed: %', 'DESTROYED', 'WITHDRAWN'), p.withdrawn_at FROM product p
   WHERE p.state = 'WITHDRAWN' AND p.published IS NOT NULL AND p.number IN (SELECT source FROM drawn_on);

-- What the originator of a derivative decided about it: it stands, with a reason, or it was withdrawn. Nobody changes a decision.
CREATE TABLE source_decision (
  product VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES product (number),
  gone    BIGINT NOT NULL REFERENCES source_gone (id),
  verdict VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason  TEXT NOT NULL,
  by_hat  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at      DATETIME(3) NOT NULL,
  PRIMARY KEY (product, gone)
);
GRANT SELECT, INSERT ON drawn_on TO ${app_user};
GRANT SELECT, INSERT ON source_gone TO ${app_user};
GRANT SELECT, INSERT ON source_decision TO ${app_user};
