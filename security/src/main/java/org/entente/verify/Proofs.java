package org.entente.verify;

import java.io.IOException;
import java.util.UUID;
import org.entente.log.Checkpoint;
import org.entente.log.EntryBundle;
import org.entente.log.LeafView;
import org.entente.log.LogError;
import org.entente.log.RecordProof;
import org.entente.log.SignedNote;
import org.entente.log.TileNodes;
import org.jspecify.annotations.Nullable;

/** Takes the proof of one event out of a bundle. */
public final class Proofs {
    private Proofs() {}

    /** The proof under the bundle's newest note; null where the bundle has no record of the event. */
    public static @Nullable RecordProof of(UUID event, Bundle bundle) throws IOException, LogError {
        SignedNote note = Verifier.newest(bundle);
        long size = Checkpoint.parse(note.text()).size();
        long[] range = Verifier.range(bundle, size);
        LeafView view = new LeafView();
        for (long number = range[0] / EntryBundle.WIDTH; number * EntryBundle.WIDTH < range[1]; number++) {
            EntryBundle entries = EntryBundle.read(bundle, number, size);
            for (int i = 0; i < entries.count(); i++) {
                view.read(entries.bytes(), entries.from(i), entries.length(i));
                if (view.eventIdLow() == event.getLeastSignificantBits()
                        && view.eventIdHigh() == event.getMostSignificantBits()) {
                    long index = number * EntryBundle.WIDTH + i;
                    return new RecordProof(
                            entries.record(i),
                            new TileNodes(bundle, size).tree().inclusion(index),
                            note);
                }
            }
        }
        return null;
    }
}
