-- A case that nobody where it happened may investigate is with another organisation's security officers (AUD-10).
ALTER TABLE breach_case
  ADD COLUMN passed_to VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin REFERENCES organisation (code),
  ADD COLUMN passed_at DATETIME(3);
GRANT UPDATE (passed_to, passed_at) ON breach_case TO ${app_user};
