/// The leverage cycle: funds that borrow to buy what is cheap, and the crashes that their margin
/// calls make.
@NullMarked
package org.plimsoll.solvency.cycle;

import org.jspecify.annotations.NullMarked;
