package org.entente.web.notice;

import org.entente.notice.Preference;
import org.jspecify.annotations.Nullable;

/** How somebody wants to be written to. */
public record PreferenceBody(
        Preference.@Nullable Mail mail, @Nullable Boolean detailed) {}
