-- In which round of asking a signature was given: what was dropped never stands again, even if the change is undone.
ALTER TABLE handover_signature ADD COLUMN round INT NOT NULL DEFAULT 0;
