/// The solvency of a book: what is owed, what is there, and what that means.
@NullMarked
package org.plimsoll.solvency;

import org.jspecify.annotations.NullMarked;
