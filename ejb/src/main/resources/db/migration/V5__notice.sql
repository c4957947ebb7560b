-- Notices: that something waits or has happened, a row for each hat; what may be said of it is decided when it is shown or sent.

-- Where a person is written to; NULL for nobody to be written to.
ALTER TABLE person ADD COLUMN mail VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin;

-- No words of anything: an occasion and numbers. turn tells one time from the next where an occasion comes back.
CREATE TABLE notice (
  id       BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number   VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  hat      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES person (code),
  occasion VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject  VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the release that a consent belongs to
  part_of  VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin,
  turn     VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at       DATETIME(3) NOT NULL,
  due      DATETIME(3),
  urgent   BOOLEAN NOT NULL,
  seen_at  DATETIME(3),
  -- the mail that it goes with; '-' if it goes with none; NULL if that is not settled
  mail     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin,
  UNIQUE (hat, occasion, subject, turn),
  KEY by_hat (hat, seen_at, id),
  KEY by_subject (subject),
  KEY by_whole (part_of),
  KEY unmailed (mail, person)
);
-- What time alone brought about and has been told, so that it is told once.
CREATE TABLE notice_told (
  occasion VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject  VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  turn     VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (occasion, subject, turn)
);
CREATE TABLE notice_preference (
  person   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY REFERENCES person (code),
  mail     VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  detailed BOOLEAN NOT NULL
);
-- Mails on their way. No words: they are made when the mail is handed over. Instants are real time, for the way has no exercise.
CREATE TABLE notice_mail (
  id         BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  person     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL REFERENCES person (code),
  state      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts   INT NOT NULL DEFAULT 0,
  next_at    DATETIME(3) NOT NULL,
  claimed_at DATETIME(3),
  settled_at DATETIME(3),
  last_error VARCHAR(200),
  KEY by_state (state, next_at),
  KEY by_person (person, state)
);
GRANT SELECT, INSERT ON notice TO ${app_user};
GRANT UPDATE (seen_at, mail) ON notice TO ${app_user};
GRANT SELECT, INSERT ON notice_told TO ${app_user};
GRANT SELECT, INSERT, UPDATE ON notice_preference TO ${app_user};
GRANT SELECT, INSERT, UPDATE ON notice_mail TO ${app_user};
