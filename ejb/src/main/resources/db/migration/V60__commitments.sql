-- Words are bound to salted commitments, and content_hash is the root over these (docs/spec/content.md). Salts lie with the words;
-- the frame's own row, ordinal -1, has a salt and no words. What is destroyed has no salt any more.
ALTER TABLE product_version ADD COLUMN commitments BLOB NOT NULL DEFAULT '' AFTER content_hash;
ALTER TABLE content ADD COLUMN salt BINARY(32);
INSERT INTO content (version_id, ordinal, text) SELECT id, -1, '' FROM product_version;
CREATE FUNCTION said(words MEDIUMTEXT) RETURNS LONGBLOB DETERMINISTIC
  RETURN CONCAT(UNHEX(LPAD(HEX(LENGTH(words)), 8, '0')), CAST(words AS BINARY));
CREATE FUNCTION counted(n INT) RETURNS BINARY(4) DETERMINISTIC RETURN UNHEX(LPAD(HEX(n), 8, '0'));
UPDATE content c JOIN product_version v ON v.id = c.version_id JOIN product p ON p.id = v.product_id
  SET c.salt = RANDOM_BYTES(32) WHERE NOT (p.state = 'WITHDRAWN' AND p.withdrawn_why LIKE 'Destroyed: %');
-- what was written before this gets commitments of what stands there now
UPDATE product_version v JOIN product p ON p.id = v.product_id
  SET v.commitments = CONCAT(
    (SELECT GROUP_CONCAT(UNHEX(SHA2(CONCAT(said('entente-portion/1'), said(p.number), counted(v.version_no), counted(c.ordinal), c.salt,
        said(COALESCE(IF(c.ordinal = 0, v.title_marking, o.marking), '')),
        said(COALESCE(CONCAT(o.reliability, o.credibility), '')), said(c.text), said(COALESCE(o.citations, ''))), 256))
        ORDER BY c.ordinal SEPARATOR '')
      FROM content c LEFT JOIN product_portion o ON o.version_id = c.version_id AND o.ordinal = c.ordinal
      WHERE c.version_id = v.id AND c.ordinal >= 0),
    (SELECT UNHEX(SHA2(CONCAT(said('entente-frame/1'), said(p.number), counted(v.version_no), c.salt, said(p.type), said(v.marking),
        (SELECT CONCAT(counted(COUNT(*)), GROUP_CONCAT(said(o.sources) ORDER BY o.ordinal SEPARATOR ''))
          FROM product_portion o WHERE o.version_id = v.id)), 256))
      FROM content c WHERE c.version_id = v.id AND c.ordinal = -1))
  WHERE NOT (p.state = 'WITHDRAWN' AND p.withdrawn_why LIKE 'Destroyed: %');
UPDATE product_version v JOIN product p ON p.id = v.product_id
  SET v.content_hash = UNHEX(SHA2(CONCAT(said('entente-content/1'), said(p.number), counted(v.version_no),
    counted(LENGTH(v.commitments) DIV 32 - 2), v.commitments), 256))
  WHERE v.commitments <> '';
-- what both sides have listed and not yet handed over is listed by its root from now on, and signed for again
UPDATE handover_item i JOIN handover_plan h ON h.id = i.plan
  JOIN product_version v ON v.product_id = i.product_id AND v.version_no = i.version_no
  SET i.content_hash = v.content_hash WHERE h.executed_at IS NULL AND v.commitments <> '';
DROP FUNCTION said;
DROP FUNCTION counted;
-- a salt goes with its words
CREATE OR REPLACE PROCEDURE drop_words(IN destroyed BIGINT) SQL SECURITY DEFINER MODIFIES SQL DATA
  UPDATE content SET text = IF(ordinal < 0, '', '-'), salt = NULL WHERE version_id IN (SELECT id FROM product_version WHERE product_id = destroyed);
GRANT EXECUTE ON PROCEDURE drop_words TO ${app_user};
