/// Who can pay whom once everybody pays what he can: clearing of a network of debts, alone and
/// together with the sale of an asset whose price the sale itself moves.
@NullMarked
package org.plimsoll.solvency.clearing;

import org.jspecify.annotations.NullMarked;
