package org.entente.web.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** To whom of one's own a request goes. */
public record RoutingBody(@Nullable List<String> experts) {}
