/// Where the money went: profit and loss explained to the last unit, and losses shared by cause.
@NullMarked
package org.plimsoll.solvency.attribution;

import org.jspecify.annotations.NullMarked;
