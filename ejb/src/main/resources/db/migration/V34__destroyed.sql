-- What was destroyed before two witnesses is overwritten; hash and certificate stay. The application may destroy words and, still,
-- neither read nor change any.
CREATE PROCEDURE overwrite_words(IN destroyed BIGINT) SQL SECURITY DEFINER MODIFIES SQL DATA
  UPDATE content SET text = REPEAT('0', CHAR_LENGTH(text)) WHERE version_id IN (SELECT id FROM product_version WHERE product_id = destroyed);
CREATE PROCEDURE drop_words(IN destroyed BIGINT) SQL SECURITY DEFINER MODIFIES SQL DATA
  UPDATE content SET text = '-' WHERE version_id IN (SELECT id FROM product_version WHERE product_id = destroyed);
CREATE PROCEDURE drop_citations(IN destroyed BIGINT) SQL SECURITY DEFINER MODIFIES SQL DATA
  UPDATE product_portion SET citations = '' WHERE version_id IN (SELECT id FROM product_version WHERE product_id = destroyed);
GRANT EXECUTE ON PROCEDURE overwrite_words TO ${app_user};
GRANT EXECUTE ON PROCEDURE drop_words TO ${app_user};
GRANT EXECUTE ON PROCEDURE drop_citations TO ${app_user};
