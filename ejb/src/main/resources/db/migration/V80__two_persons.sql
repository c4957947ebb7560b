-- Who asked and who approved, as persons: hats change heads, and it takes two persons whatever they wear (PKI-09, HND-07, HND-09, CAV-13).
ALTER TABLE residual_access
  ADD COLUMN from_person VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin AFTER approved_from,
  ADD COLUMN to_person VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin AFTER approved_to;
UPDATE residual_access r SET from_person = (SELECT person FROM hat WHERE id = r.approved_from),
  to_person = (SELECT person FROM hat WHERE id = r.approved_to);
ALTER TABLE overlap_access ADD COLUMN asked_by_person VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin AFTER granted_by;
UPDATE overlap_access o SET asked_by_person = (SELECT person FROM hat WHERE id = o.granted_by);
ALTER TABLE consent_request ADD COLUMN answered_person VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin AFTER answered_by;
UPDATE consent_request c SET answered_person = (SELECT person FROM hat WHERE id = c.answered_by);
