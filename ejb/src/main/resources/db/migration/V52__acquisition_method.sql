-- How what a product says was acquired, of a permitted list (PKI-07); NULL where nobody said, as in what was there before.
ALTER TABLE product_version ADD COLUMN method VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin AFTER confidence;
