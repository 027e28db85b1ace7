/// A token that is paid out every day and needs a constant inflow to keep its price.
@NullMarked
package org.plimsoll.solvency.emission;

import org.jspecify.annotations.NullMarked;
