-- What an item's part of the sealed root is salted with, so that nobody who may not know of an item can guess at it.
ALTER TABLE handover_item ADD COLUMN salt BINARY(16);
