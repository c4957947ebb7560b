package org.entente.web.organisation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.entente.organisation.SchemeView;
import org.entente.organisation.Schemes;

/** The classification schemes side by side. */
@Named
@RequestScoped
public class SchemesPage {
    @Inject
    private Schemes schemes;

    private List<SchemeView> all = List.of();

    public void load() {
        all = schemes.list();
    }

    public List<SchemeView> getAll() {
        return all;
    }
}
