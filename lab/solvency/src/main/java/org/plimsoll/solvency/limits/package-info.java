/// How much may be lent against which collateral so that the loss stays within a budget.
@NullMarked
package org.plimsoll.solvency.limits;

import org.jspecify.annotations.NullMarked;
