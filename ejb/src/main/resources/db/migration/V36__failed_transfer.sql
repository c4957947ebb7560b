-- When a transfer of authority was due and could not be carried out, and the rules that objected; gone with the plan's next stage.
ALTER TABLE handover_plan
  ADD COLUMN failed_at DATETIME(3),
  ADD COLUMN failed_why VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin;
