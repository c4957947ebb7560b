/**
 * Inside the server: what only a look from within can show. The application under test is the EAR that ships. What deploys beside it
 * takes the contract away when it goes, so this comes after the stories.
 */
@NullMarked
package org.entente.within;

import org.jspecify.annotations.NullMarked;
