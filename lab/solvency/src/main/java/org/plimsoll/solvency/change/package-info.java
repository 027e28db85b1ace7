/// What changed between two books, and why the equity of their subject did.
@NullMarked
package org.plimsoll.solvency.change;

import org.jspecify.annotations.NullMarked;
