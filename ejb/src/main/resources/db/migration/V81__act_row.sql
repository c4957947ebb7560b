-- What acts wrote of whoever may do or has signed what (AUD-03): a line for each row and each act that wrote it, never changed. The digest
-- is over what the row says; the record of the act is sealed over its lines (field 18), and each line with the platform's own key.
CREATE TABLE act_row (
  id       BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id BINARY(16) NOT NULL,
  kind     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  row_key  VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  digest   BINARY(32) NOT NULL,
  -- the act that wrote the row before: records of one second stand in the log in no promised order
  after    BINARY(16),
  seal     BINARY(32) NOT NULL,
  KEY of_row (kind, row_key, id),
  KEY of_event (event_id)
);
GRANT SELECT, INSERT ON act_row TO ${app_user};
ALTER TABLE audit_opening CHANGE COLUMN content_root made CHAR(64) CHARACTER SET ascii COLLATE ascii_bin;
