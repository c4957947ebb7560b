package org.entente.web.registry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.entente.registry.Direction;
import org.entente.registry.RegisterEntry;
import org.entente.registry.Registers;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** The book of one year, newest last; a view is a link. */
@Named
@RequestScoped
public class RegisterPage {
    private static final int ROWS = 25;

    @Inject
    private Registers registers;

    @Inject
    private Shell shell;

    private @Nullable String registry;
    private @Nullable String direction;
    private @Nullable String year;
    private @Nullable String page;
    private boolean whole;
    private List<RegisterEntry> entries = List.of();

    public void load() {
        BookYear book = BookYear.of(year, shell.getMe().now());
        year = book.year();
        entries = registers.entries(registry, BookYear.direction(direction), book.from(), book.to());
    }

    /** The entries of this leaf; for the printer all of them. */
    public List<RegisterEntry> getEntries() {
        if (whole) {
            return entries;
        }
        int from = Math.min((getLeaf() - 1) * ROWS, entries.size());
        return entries.subList(from, Math.min(from + ROWS, entries.size()));
    }

    public int getSize() {
        return entries.size();
    }

    public int getLeaves() {
        return Math.max(1, (entries.size() + ROWS - 1) / ROWS);
    }

    public int getLeaf() {
        return page != null && page.matches("[1-9][0-9]{0,4}") ? Math.min(Integer.parseInt(page), getLeaves()) : 1;
    }

    public List<Direction> getDirections() {
        return List.of(Direction.values());
    }

    public boolean isWhole() {
        return whole;
    }

    public void setWhole(boolean whole) {
        this.whole = whole;
    }

    public @Nullable String getRegistry() {
        return registry;
    }

    public void setRegistry(@Nullable String registry) {
        this.registry = registry == null || registry.isBlank() ? null : registry.strip();
    }

    public @Nullable String getDirection() {
        return direction;
    }

    public void setDirection(@Nullable String direction) {
        this.direction = direction;
    }

    public @Nullable String getYear() {
        return year;
    }

    public void setYear(@Nullable String year) {
        this.year = year;
    }

    public @Nullable String getPage() {
        return page;
    }

    public void setPage(@Nullable String page) {
        this.page = page;
    }
}
