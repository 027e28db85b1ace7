/// Losses that institutions pass on to each other by selling what they all hold.
@NullMarked
package org.plimsoll.solvency.firesale;

import org.jspecify.annotations.NullMarked;
