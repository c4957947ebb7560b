package org.entente.gate;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.entente.audit.Appender;
import org.entente.audit.NotCosigned;
import org.entente.audit.Recorder;
import org.entente.identity.Hat;
import org.entente.log.Leaf;
import org.entente.world.Worlds;

/** Stands around every operation; see the package for what it sees to. */
@Interceptor
@Operation
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class Door {
    /** How long a second factor answers for the one who used it. */
    public static final Duration SECOND_FACTOR_HOLDS = Duration.ofMinutes(5);

    @Inject
    private Caller caller;

    @Inject
    private Worlds worlds;

    @Inject
    private Recorder recorder;

    @Inject
    private ActRows rows;

    @Inject
    private Appender appender;

    @AroundInvoke
    Object pass(InvocationContext call) throws Exception {
        Operation operation = call.getMethod().getAnnotation(Operation.class);
        Action action = operation.value();
        Visit visit = new Visit(action, caller, worlds.moment());
        caller.enter(visit);
        try {
            identify(visit);
            if (action.changes()) {
                visit.takesPart();
            }
            if (operation.secondFactor()) {
                visit.provedStrongly();
            }
            Object answer = call.proceed();
            if (action.needsDecision() && !visit.decided) {
                throw new IllegalStateException(action + " answered without a decision on its object");
            }
            if (!visit.recorded) {
                record(visit);
            }
            return answer;
        } catch (Refused refused) {
            visit.because(List.of(refused.refusal().slug()));
            visit.because(refused.refusal().reasons());
            leave(visit, Leaf.Outcome.DENY);
            throw refused;
        } catch (NotCosigned waits) {
            leave(visit, Leaf.Outcome.ERROR);
            throw waits;
        } catch (Exception e) {
            fail(visit, e);
            throw e;
        } finally {
            caller.leave();
        }
    }

    private void identify(Visit visit) {
        if (visit.action.platformOnly() && !caller.platform()) {
            throw Refused.forbidden("platform-only", "Only the platform itself does this.");
        }
        if (caller.platform()) {
            return;
        }
        visit.person = caller.person(visit.moment);
        if (!visit.action.needsHat()) {
            visit.hat = caller.hatIfClear(visit.person, visit.moment);
        } else {
            Hat whole = caller.hat(visit.person, visit.moment);
            visit.hat = whole.at(visit.moment.now());
            if (!visit.action.openTo(visit.hat.roles())) {
                if (visit.action.openTo(whole.roles())) {
                    throw Refused.forbidden(
                            "hat-provisional",
                            "Your hat is provisional: until clearance, briefing and conduct are on record it drafts and asks.",
                            "HND-08");
                }
                throw Refused.forbidden("role-missing", "Your hat does not carry a role that may do this.", "ORG-01");
            }
            if (visit.action.alters() && !visit.hat.liveAt(visit.moment.now())) {
                throw Refused.forbidden("residual-read-only", "What is left of this hat only reads.", "HND-07");
            }
        }
    }

    private void record(Visit visit) {
        visit.recorded = true;
        if (visit.action.changes()) {
            rows.bindHeld(visit);
            recorder.record(visit.event(visit.outcome), visit.action.receipted());
            caller.changed(visit);
        } else {
            appender.append(visit.event(visit.outcome));
        }
    }

    /** What fails after its record was made durable has a second one: the first says more than happened. */
    private void fail(Visit visit, Exception failure) {
        if (visit.recorded) {
            visit.eventId = UUID.randomUUID();
            visit.recorded = false;
            // nothing was opened after all
            visit.recording = false;
        }
        if (failure instanceof StoredDiffers differs) {
            visit.because(List.of(differs.slug()));
            differs.recorded(visit.eventId);
        }
        leave(visit, Leaf.Outcome.ERROR);
    }

    /** A refused or failed operation rolls back; its record must not. One that is durable already stays the only one. */
    private void leave(Visit visit, Leaf.Outcome outcome) {
        if (!visit.recorded || visit.action.changes()) {
            if (visit.recorded) {
                // the record that is about to roll back still holds its id
                visit.eventId = UUID.randomUUID();
            }
            visit.recorded = true;
            appender.append(visit.event(outcome));
        }
    }
}
