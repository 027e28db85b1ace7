/// Withdrawals: how many a venue survives, when leaving becomes the best reply, and what slows it.
@NullMarked
package org.plimsoll.solvency.run;

import org.jspecify.annotations.NullMarked;
