-- In which order a mission that must leave in a hurry works through what it holds (HND-13): 1 first.
ALTER TABLE handover_item ADD COLUMN priority TINYINT NOT NULL DEFAULT 4;
