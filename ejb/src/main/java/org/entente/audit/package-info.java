/**
 * The record. Every decision, granted or denied, leaves exactly one event: a change in its own transaction, a read or a
 * denial through the appender, which answers when the event is durable. Events wait in an outbox for the transparency log
 * that sequences them; their openings lie beside it. Nobody updates or deletes here: the database refuses.
 */
@NullMarked
package org.entente.audit;

import org.jspecify.annotations.NullMarked;
