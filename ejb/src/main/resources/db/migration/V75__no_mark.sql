-- A scheme may have no mark for what is unclassified (CLS-02); that is a level without a mark, not one with an empty mark.
ALTER TABLE level MODIFY mark VARCHAR(80);
