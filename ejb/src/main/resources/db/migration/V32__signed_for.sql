-- How often what was signed was dropped because it changed: no signature from before stands again, whatever is changed back.
ALTER TABLE handover_plan ADD COLUMN agreed_round INT NOT NULL DEFAULT 0, ADD COLUMN ready_round INT NOT NULL DEFAULT 0;
