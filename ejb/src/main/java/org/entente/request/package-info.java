/**
 * Requests for information between organisations (PKI-05). One organisation asks others, in words that carry a marking, until
 * a deadline; each that is asked sees the request and never whom else it went to, passes it to its own experts, and answers
 * with products that the requester may know of, or refuses with a reason. Whoever does not want to be known as the asker goes
 * through the broker (PKI-06): then nothing that an addressee receives tells who asked. Beside it lie each organisation's own
 * experts and priority requirements, and the report of who asked whom and got what.
 */
@NullMarked
package org.entente.request;

import org.jspecify.annotations.NullMarked;
