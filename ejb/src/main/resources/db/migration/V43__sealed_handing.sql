-- To whom a product was handed is what an act said (AUD-03): each row is sealed with the platform's own key. One that is not opens
-- nothing to anybody.
ALTER TABLE dissemination ADD COLUMN seal BINARY(32);
