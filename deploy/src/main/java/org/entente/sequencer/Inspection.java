package org.entente.sequencer;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.entente.log.Checkpoint;
import org.entente.log.Frontier;
import org.entente.log.LogError;

/** Looks at the whole log before anything is added to it: every record is hashed again and compared with what was signed. */
record Inspection(Journal journal, LastNote last) {
    private static final int AT_ONCE = 8_192;

    /** {@link Halted} if the tables are not those that the last note was signed over, grown or as they were. */
    void sound(Head head) throws SQLException, IOException, LogError, Halted {
        Checkpoint signed = last.checkpoint();
        if (signed != null && signed.size() > head.size()) {
            throw new Halted(
                    "RESTORED_BACKUP",
                    "the log was signed at " + signed.size() + " records and has " + head.size()
                            + " now: the database was brought back from a backup");
        }
        Frontier again = new Frontier();
        while (again.size() < head.size()) {
            compare(again, signed);
            long to = Math.min(head.size(), again.size() + AT_ONCE);
            if (signed != null && signed.size() > again.size()) {
                to = Math.min(to, signed.size());
            }
            List<byte[]> records = journal.records(again.size(), to);
            if (records.size() < to - again.size()) {
                throw new Halted("RECORD_MISSING", "record " + (again.size() + records.size()) + " is not there");
            }
            records.forEach(again::append);
        }
        compare(again, signed);
        if (!Arrays.equals(again.root(), head.frontier().root())) {
            throw new Halted("ROOT_DIFFERS", "the records do not give the root that was stored with them");
        }
    }

    private static void compare(Frontier again, @org.jspecify.annotations.Nullable Checkpoint signed) throws Halted {
        if (signed != null && signed.size() == again.size() && !Arrays.equals(signed.root(), again.root())) {
            throw new Halted(
                    "HISTORY_CHANGED",
                    "the first " + signed.size() + " records are not those over which the last note was signed");
        }
    }
}
