package org.entente.web.people;

import java.util.List;
import org.entente.people.Appointments;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** A new hat as a body or a form gives it. */
public record AppointmentBody(
        @Nullable String hat,
        @Nullable String person,
        @Nullable List<String> roles,
        @Nullable List<String> posts,
        @Nullable String mission,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason) {

    Appointments.Appointment appointment() {
        return new Appointments.Appointment(
                Ask.needed("hat", Ask.text(hat)),
                Ask.needed("person", Ask.text(person)),
                Ask.each("roles", roles),
                Ask.each("posts", posts),
                Ask.needed("mission", Ask.text(mission)),
                Ask.minute("from", from),
                Ask.minute("to", to),
                reason);
    }
}
