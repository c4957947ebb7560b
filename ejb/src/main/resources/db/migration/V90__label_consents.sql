-- On whose consents a label was made weaker, joined by blanks, told when it was (CLS-40, AUD-07); NULL where that was not kept yet.
ALTER TABLE label_change ADD COLUMN consents VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin;
