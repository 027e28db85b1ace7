/// Whether returns were skill or the market's: alpha and beta with their errors.
@NullMarked
package org.plimsoll.solvency.performance;

import org.jspecify.annotations.NullMarked;
