/**
 * The offline verifier: what an auditor holds in a bundle, held against the log's signatures, its tree, and the policy that
 * decided. Needs no network and no trust in whoever made the bundle; every auditor gets the same verdict. Specified in
 * {@code docs/spec/log.md}.
 */
@NullMarked
package org.entente.verify;

import org.jspecify.annotations.NullMarked;
