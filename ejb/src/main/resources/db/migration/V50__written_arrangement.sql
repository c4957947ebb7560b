-- What an arrangement lets travel and who signs under it (CAV-04), and the paper it stands on where the other side has nobody here
-- who could agree to it: a State, an associate (HND-15).
ALTER TABLE arrangement
  -- controls that do not travel under it, in the order of the marking, joined by /
  ADD COLUMN without_controls VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' AFTER cap,
  -- a role or a post of the giver: nobody else authorises a release that rests on it; NULL for whomever the production plan names
  ADD COLUMN approver VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  -- the person behind proposed_by: never the one who confirms
  ADD COLUMN proposer VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
  ADD COLUMN written_reference VARCHAR(200),
  ADD COLUMN written_on DATE,
  -- SHA-256 of the paper's scan, in hex
  ADD COLUMN scan CHAR(64) CHARACTER SET ascii COLLATE ascii_bin;
