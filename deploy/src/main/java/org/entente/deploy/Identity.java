package org.entente.deploy;

import org.jspecify.annotations.Nullable;

/** Which Keycloak speaks for the persons: ours in this folder, or one that the operator runs. */
record Identity(@Nullable String external, Ports ports) {

    String url() {
        return external != null ? external : "http://localhost:" + ports.keycloak();
    }

    String issuer() {
        return url() + "/realms/" + Realm.NAME;
    }

    void check(Probe probe) {
        if (probe.status(issuer() + "/.well-known/openid-configuration") != 200) {
            throw new CannotRun("There is no realm 'entente' at " + url()
                    + "; import deploy/keycloak/entente-realm.json there, as deploy/README.md says.");
        }
    }
}
