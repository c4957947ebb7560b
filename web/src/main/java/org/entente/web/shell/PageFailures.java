package org.entente.web.shell;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Turns what a page's bean lets through into what its reader sees: a message on the page that keeps what was typed, the page of
 * hats where no hat is clear, or an error page. Beans need no catch of their own, and nothing is shown of a stack.
 */
final class PageFailures extends ExceptionHandlerWrapper {
    private static final Logger LOG = Logger.getLogger(PageFailures.class.getName());
    private static final Set<String> NO_HAT = Set.of("hat-required", "hat-not-live");
    private static final int GONE = 410;

    PageFailures(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext faces = FacesContext.getCurrentInstance();
        for (Iterator<ExceptionQueuedEvent> all =
                        getUnhandledExceptionQueuedEvents().iterator();
                all.hasNext(); ) {
            ExceptionQueuedEventContext failed =
                    (ExceptionQueuedEventContext) all.next().getSource();
            all.remove();
            if (!faces.getResponseComplete()) {
                answer(faces, failed);
            }
        }
    }

    private static void answer(FacesContext faces, ExceptionQueuedEventContext failed) {
        Throwable failure = failed.getException();
        if (failure instanceof ViewExpiredException) {
            error(faces, GONE);
            return;
        }
        Problem problem = Failures.problem(failure);
        if (problem.status() == 500) {
            LOG.log(Level.SEVERE, "A page failed", failure);
        }
        boolean rendering = PhaseId.RENDER_RESPONSE.equals(failed.getPhaseId());
        if (NO_HAT.contains(problem.slug()) && !faces.getExternalContext().isResponseCommitted()) {
            toHats(faces);
        } else if (rendering || problem.status() == 404 || !sayable(faces, problem)) {
            error(faces, problem.status());
        } else {
            say(faces, problem);
        }
    }

    /** What came of a button is said beside it; what bars a page from opening has a page of its own. */
    private static boolean sayable(FacesContext faces, Problem problem) {
        return faces.isPostback()
                ? !problem.slug().equals(Failures.FAILURE)
                : problem.status() != 403 && problem.status() < 500;
    }

    private static void say(FacesContext faces, Problem problem) {
        Words words = CDI.current().select(Words.class).get();
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, words.problem(problem), ""));
        problem.objections()
                .forEach(
                        o -> faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, words.about(o), "")));
        faces.renderResponse();
    }

    private static void toHats(FacesContext faces) {
        ExternalContext external = faces.getExternalContext();
        try {
            external.redirect(external.getRequestContextPath() + "/hat.xhtml");
        } catch (IOException e) {
            throw new FacesException(e);
        }
    }

    private static void error(FacesContext faces, int status) {
        try {
            faces.getExternalContext().responseSendError(status, null);
            faces.responseComplete();
        } catch (IOException e) {
            throw new FacesException(e);
        }
    }
}
