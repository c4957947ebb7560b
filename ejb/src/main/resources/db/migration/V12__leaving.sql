-- An organisation leaves what it led with others (HND-11); that it was there stays.
ALTER TABLE mission_lead ADD COLUMN left_at DATETIME(3);
