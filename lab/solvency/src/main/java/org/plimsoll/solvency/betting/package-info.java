/// How much of one's wealth to bet: growth, median, mean and ruin side by side.
@NullMarked
package org.plimsoll.solvency.betting;

import org.jspecify.annotations.NullMarked;
