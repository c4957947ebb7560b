package org.entente.log;

import java.util.List;
import java.util.Set;

/** Who must have cosigned. */
sealed interface Quorum {
    boolean reachedBy(Set<String> witnesses);

    record None() implements Quorum {
        @Override
        public boolean reachedBy(Set<String> witnesses) {
            return true;
        }
    }

    record One(String witness) implements Quorum {
        @Override
        public boolean reachedBy(Set<String> witnesses) {
            return witnesses.contains(witness);
        }
    }

    record AtLeast(int threshold, List<Quorum> members) implements Quorum {
        public AtLeast {
            members = List.copyOf(members);
        }

        @Override
        public boolean reachedBy(Set<String> witnesses) {
            return members.stream()
                            .filter(member -> member.reachedBy(witnesses))
                            .count()
                    >= threshold;
        }
    }
}
