package org.entente.web.auditor;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.auditor.Discrepancy;
import org.entente.auditor.SampleStatistic;
import org.entente.auditor.SampleView;
import org.entente.auditor.Samples;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** Samples: drawn, looked at product by product, and what they come to. */
@Named
@ViewScoped
public class SamplePage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private Samples samples;

    @Inject
    private Shell shell;

    private String number = "";
    private @Nullable Integer year;
    private @Nullable Integer size;
    private @Nullable String seed;
    private @Nullable String organisation;
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, String> notes = new HashMap<>();
    private transient @Nullable SampleView one;
    private transient List<SampleView> all = List.of();
    private transient List<SampleStatistic> statistics = List.of();
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        if (number.isEmpty()) {
            all = samples.list();
            statistics = samples.statistics();
        } else {
            one = samples.see(number);
        }
    }

    public @Nullable String draw() {
        try {
            SampleView drawn = samples.draw(
                    Ask.needed("year", year), Ask.needed("size", size), Ask.text(seed), Ask.text(organisation));
            return "samples?faces-redirect=true&number=" + drawn.number();
        } catch (Refused refused) {
            objected = Objected.of(refused);
            load();
            return null;
        }
    }

    public @Nullable String find(String product) {
        try {
            samples.find(number, product, types.get(product), notes.get(product));
            shell.say("done.found");
            return "samples?faces-redirect=true&number=" + number;
        } catch (Refused refused) {
            objected = Objected.of(refused);
            load();
            return null;
        }
    }

    public Discrepancy[] getDiscrepancies() {
        return Discrepancy.values();
    }

    public @Nullable SampleView getOne() {
        return one;
    }

    public List<SampleView> getAll() {
        return all;
    }

    public List<SampleStatistic> getStatistics() {
        return statistics;
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    public Map<String, String> getTypes() {
        return types;
    }

    public Map<String, String> getNotes() {
        return notes;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number == null ? "" : number;
    }

    public @Nullable Integer getYear() {
        return year;
    }

    public void setYear(@Nullable Integer year) {
        this.year = year;
    }

    public @Nullable Integer getSize() {
        return size;
    }

    public void setSize(@Nullable Integer size) {
        this.size = size;
    }

    public @Nullable String getSeed() {
        return seed;
    }

    public void setSeed(@Nullable String seed) {
        this.seed = seed;
    }

    public @Nullable String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(@Nullable String organisation) {
        this.organisation = organisation;
    }
}
