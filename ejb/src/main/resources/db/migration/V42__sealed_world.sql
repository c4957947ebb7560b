-- Who is who and may do what is what an act made it (AUD-02): each version of the world is sealed with the platform's own key, which
-- does not lie in the database. Persons and hats as they were then, a line each; the seal is over these, the document and the version.
ALTER TABLE world_version
  ADD COLUMN people LONGTEXT NOT NULL DEFAULT '',
  ADD COLUMN seal   BINARY(32);
