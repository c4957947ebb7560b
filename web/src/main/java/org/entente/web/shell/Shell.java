package org.entente.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.gate.Action;
import org.entente.gate.Caller;
import org.entente.identity.HatStatus;
import org.entente.identity.Role;
import org.entente.organisation.HatView;
import org.entente.organisation.Hats;
import org.entente.organisation.Myself;
import org.entente.release.Step;
import org.jspecify.annotations.Nullable;

/** What surrounds every page: who acts in which hat, the language, the clock, where the hat's roles lead. */
@Named
@RequestScoped
public class Shell {
    private static final String NOTICE = Shell.class.getName() + ".notice";
    private static final String BACK = Shell.class.getName() + ".back";
    private static final String KEPT = Shell.class.getName() + ".kept";
    /** Changes with every deployment, so that no browser goes on with an old style sheet. */
    @SuppressWarnings("TimeInStaticInitializer") // the time of loading is the very thing that is wanted
    private static final String BUILD = Long.toString(Instant.now().toEpochMilli(), 36);

    private static final Set<String> RELEASE_PAGES = Set.of(
            "releases",
            "release",
            "consents",
            "register",
            "arrangements",
            "delegations",
            "forces",
            "ask-release",
            "break-glass",
            "sanitise");

    private static final Set<String> LABEL_PAGES =
            Set.of("challenges", "reviews", "referrals", "derivations", "relabel");

    private static final Set<String> AUDIT_PAGES =
            Set.of("audit", "event", "questions", "access", "log", "samples", "purges");

    private static final Set<String> HANDOVER_PAGES =
            Set.of("handovers", "handover", "handover-items", "handover-people", "missions");

    private static final Set<String> PEOPLE_PAGES = Set.of("people", "people-hat", "people-act", "people-new");

    @Inject
    private HttpServletRequest request;

    @Inject
    private Hats hats;

    @Inject
    private Caller caller;

    @Inject
    @ConfigProperty(name = "entente.exercise", defaultValue = "false")
    private boolean exercise;

    private @Nullable Myself me;
    private @Nullable String notice;

    public Myself getMe() {
        Myself known = me;
        if (known == null) {
            known = hats.me();
            me = known;
        }
        return known;
    }

    public @Nullable HatView getActing() {
        Myself known = getMe();
        return known.hats().stream()
                .filter(h -> h.id().equals(known.acting()))
                .findFirst()
                .orElse(null);
    }

    /** Whether what is left of the acting hat only reads (HND-07). */
    public boolean isResidual() {
        HatView acting = getActing();
        return acting != null && acting.status() == HatStatus.RESIDUAL;
    }

    /** Hats that can act at this time. */
    public List<HatView> getWearable() {
        return getMe().hats().stream()
                .filter(h -> h.status() != HatStatus.ENDED)
                .toList();
    }

    public boolean isExercise() {
        return exercise;
    }

    public @Nullable Instant getNow() {
        return exercise ? getMe().now() : null;
    }

    /** {@code en} or {@code fr}: as chosen, else as the person works, else as the browser asks. */
    public String getLanguage() {
        HttpSession session = request.getSession(false);
        String chosen = session == null ? null : Language.of(session);
        if (chosen != null) {
            return chosen;
        }
        if (session == null
                || request.getUserPrincipal() == null
                || request.getDispatcherType() == DispatcherType.ERROR) {
            return Language.supported(request.getLocale().getLanguage());
        }
        String own = Language.supported(getMe().language());
        Language.choose(session, own);
        return own;
    }

    public String getBuild() {
        return BUILD;
    }

    /** The address of this page, to come back to it in another language. */
    public String getHere() {
        String query = request.getQueryString();
        return request.getServletPath() + (query == null ? "" : "?" + query);
    }

    public boolean is(String page) {
        return request.getServletPath().equals("/" + page + ".xhtml");
    }

    public boolean isDrafter() {
        return has(Role.ANALYST, Role.LIAISON_OFFICER, Role.CLASSIFICATION_OFFICER);
    }

    public boolean isOfficer() {
        return has(Role.CLASSIFICATION_OFFICER);
    }

    public boolean isWithdrawer() {
        return has(Role.CLASSIFICATION_OFFICER, Role.RELEASE_AUTHORITY);
    }

    public boolean isImporter() {
        return has(Role.ANALYST, Role.CLASSIFICATION_OFFICER);
    }

    public boolean isAuditor() {
        return has(Role.AUDITOR, Role.JOINT_AUDITOR);
    }

    public boolean isAsker() {
        return has(Role.ANALYST, Role.LIAISON_OFFICER, Role.CLASSIFICATION_OFFICER);
    }

    /** Whether the hat opens requests for information at all. */
    public boolean isRequestReader() {
        return isAsker() || isBroker() || has(Role.RELEASE_AUTHORITY);
    }

    public boolean isBroker() {
        return has(Role.REQUEST_BROKER);
    }

    public boolean isReciprocityReader() {
        return has(Role.LIAISON_OFFICER, Role.CLASSIFICATION_OFFICER, Role.RELEASE_AUTHORITY);
    }

    /** Whether the hat carries a role that may try this; the boundary has the last word. */
    public boolean may(String action) {
        Set<Role> roles = Action.valueOf(action).roles();
        return getActing() != null && (roles.isEmpty() || has(roles.toArray(Role[]::new)));
    }

    /** Whether some step of a release may be this hat's. */
    public boolean isReleaser() {
        return Arrays.stream(Step.values()).anyMatch(s -> has(s.roles().toArray(Role[]::new)));
    }

    /** Whether anything can wait for this hat. */
    public boolean isDeskHolder() {
        return isReleaser()
                || isRequestReader()
                || has(Role.SECURITY_OFFICER, Role.AUDITOR, Role.ORG_ADMIN, Role.HANDOVER_OFFICER);
    }

    public boolean isInReleases() {
        return RELEASE_PAGES.stream().anyMatch(this::is);
    }

    public boolean isInLabels() {
        return LABEL_PAGES.stream().anyMatch(this::is);
    }

    public boolean isInAudit() {
        return AUDIT_PAGES.stream().anyMatch(this::is);
    }

    public boolean isJointAuditor() {
        return has(Role.JOINT_AUDITOR);
    }

    /** Whether the hat's roles have to do with handovers. */
    public boolean isHandoverReader() {
        return may("LIST_HANDOVERS")
                && has(
                        Role.HANDOVER_OFFICER,
                        Role.REGISTRY_OFFICER,
                        Role.RELEASE_AUTHORITY,
                        Role.CLASSIFICATION_OFFICER,
                        Role.AUDITOR,
                        Role.JOINT_AUDITOR,
                        Role.SECURITY_OFFICER);
    }

    public boolean isInHandovers() {
        return HANDOVER_PAGES.stream().anyMatch(this::is);
    }

    public boolean isInPeople() {
        return PEOPLE_PAGES.stream().anyMatch(this::is);
    }

    public boolean isDirector() {
        return exercise && has(Role.EXERCISE_DIRECTOR);
    }

    /** Whether the one who is here has just used a second factor, so that what asks for one does not ask again. */
    public boolean isProved() {
        return caller.secondFactorAge() != null;
    }

    /**
     * Away to the identity provider for a second factor, and back to this page of ours, where the button is pressed again:
     * coming back by itself does nothing.
     *
     * @param kept what was typed there meanwhile
     */
    public void proveYourself(String page, @Nullable Serializable kept) {
        request.getSession().setAttribute(BACK, page);
        request.getSession().setAttribute(KEPT + page, kept);
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        try {
            external.redirect(external.getRequestContextPath() + "/step-up");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page that asked for a second factor, once. */
    public static @Nullable String back(HttpSession session) {
        return (String) taken(session, BACK);
    }

    /** What was typed on this page before going away for a second factor, once. */
    public @Nullable String kept(String page) {
        return kept(page, String.class);
    }

    /** The same where more than one field was typed into. */
    public <T extends Serializable> @Nullable T kept(String page, Class<T> type) {
        HttpSession session = request.getSession(false);
        Object kept = session == null ? null : taken(session, KEPT + page);
        return type.isInstance(kept) ? type.cast(kept) : null;
    }

    private static @Nullable Object taken(HttpSession session, String attribute) {
        Object value = session.getAttribute(attribute);
        session.removeAttribute(attribute);
        return value;
    }

    /** Said once, on the page that comes next. */
    public void say(String messageKey) {
        request.getSession().setAttribute(NOTICE, messageKey);
    }

    public @Nullable String getNotice() {
        HttpSession session = request.getSession(false);
        if (notice == null && session != null) {
            notice = (String) taken(session, NOTICE);
        }
        return notice;
    }

    private boolean has(Role... roles) {
        HatView acting = getActing();
        return acting != null
                && Arrays.stream(roles).anyMatch(r -> acting.roles().contains(r.name()));
    }
}
