-- The right to downgrade stays with the originator, and what is under way is closed or returned: nothing else ever followed.
UPDATE handover_item SET downgrade = FALSE;
UPDATE handover_open_work SET decision = 'RETURNED', note = CONCAT_WS(' ', note, CONCAT('(', to_hat, ')')), to_hat = NULL
  WHERE decision = 'REASSIGNED';
