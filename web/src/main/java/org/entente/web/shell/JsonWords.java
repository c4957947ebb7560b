package org.entente.web.shell;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** JSON as the contract has it: unknown fields are refused, absent values are left out. */
@Provider
public class JsonWords implements ContextResolver<Jsonb> {
    private final Jsonb jsonb = JsonbBuilder.create(new JsonbConfig()
            .setProperty("jsonb.fail-on-unknown-properties", true)
            .setProperty("jsonb.creator-parameters-required", false));

    @Override
    public Jsonb getContext(Class<?> type) {
        return jsonb;
    }
}
