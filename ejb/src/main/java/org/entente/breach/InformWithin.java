package org.entente.breach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long after the report an originator is told at the latest (AUD-10). */
@ApplicationScoped
class InformWithin {
    @Inject
    @ConfigProperty(name = "entente.breach.inform-within", defaultValue = "PT72H")
    private Duration time;

    Duration time() {
        return time;
    }
}
