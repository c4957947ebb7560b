package org.entente.breach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.entente.identity.Hat;
import org.jspecify.annotations.Nullable;

/** What other features may know of cases. */
@ApplicationScoped
public class Incidents {
    @Inject
    private BreachRows cases;

    /** How far a case has come and whose it is; null if there is none. */
    public @Nullable Course course(String number) {
        BreachCase found = cases.find(number);
        return found == null
                ? null
                : new Course(
                        found.organisation(),
                        found.originator(),
                        found.product(),
                        found.informedAt() != null,
                        found.passedTo(),
                        found.declared().stream()
                                .map(BreachView.Declared::organisation)
                                .toList());
    }

    /** A case as it matters to whoever is told of it. */
    public record Course(
            String organisation,
            String originator,
            @Nullable String product,
            boolean informed,
            @Nullable String passedTo,
            List<String> declared) {
        public Course {
            declared = List.copyOf(declared);
        }
    }

    /** Whether this security officer has something to do with the case now. */
    public boolean concerns(String number, Hat hat) {
        BreachCase found = cases.find(number);
        return found != null
                && BreachStep.openTo(hat)
                && found.capacity(hat).compareTo(BreachCase.Capacity.REPORTER) > 0;
    }
}
