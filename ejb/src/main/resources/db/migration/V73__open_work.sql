-- Open work is kept by the features themselves; here lies what was decided about it, and after the transfer all that there was
-- (HND-16). What it is about says who may know of it.
ALTER TABLE handover_open_work
  ADD COLUMN product VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin,
  ADD COLUMN parties VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '';
UPDATE handover_open_work w JOIN release_request r ON r.number = w.reference SET w.product = r.product;
UPDATE handover_open_work w JOIN consent_request q ON q.number = w.reference JOIN release_request r ON r.id = q.release_id
   SET w.product = r.product;
UPDATE handover_open_work w JOIN request r ON r.number = w.reference
   SET w.parties = CONCAT_WS(' ', r.requester, (SELECT GROUP_CONCAT(a.organisation SEPARATOR ' ') FROM request_reply a
       WHERE a.request_id = r.id AND a.arrived_at IS NOT NULL));
