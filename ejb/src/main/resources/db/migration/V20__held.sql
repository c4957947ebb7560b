-- The banner of what a weaker sanitised version was made of: until the release authority has authorised a release of it, it is
-- read by those alone who may read that (CLS-40, CLS-47). NULL where nothing is held.
ALTER TABLE product ADD COLUMN held_as TEXT;
