/// Assets, exact amounts, prices and rates as scaled integers, explicit rounding, and the few
/// primitive collections that the core needs.
@NullMarked
package org.plimsoll.units;

import org.jspecify.annotations.NullMarked;
