/** People and what gives them rights, over REST and as pages of an organisation's administrator, security officer and head. */
@NullMarked
package org.entente.web.people;

import org.jspecify.annotations.NullMarked;
