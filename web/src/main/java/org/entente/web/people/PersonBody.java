package org.entente.web.people;

import org.entente.people.Appointments;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** Somebody who is to become known here, as a body or a form gives them. */
public record PersonBody(
        @Nullable String person,
        @Nullable String subject,
        @Nullable String name,
        @Nullable String language,
        @Nullable String mail,
        @Nullable String reason) {

    Appointments.Entry entry() {
        return new Appointments.Entry(
                Ask.needed("person", Ask.text(person)),
                Ask.needed("subject", Ask.text(subject)),
                Ask.needed("name", Ask.text(name)),
                Ask.needed("language", Ask.text(language)),
                Ask.text(mail),
                reason);
    }
}
