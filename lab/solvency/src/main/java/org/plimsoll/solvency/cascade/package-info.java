/// Liquidations that push the price into the next liquidation: threshold cascades over many loans
/// against one collateral, and the single steps that lending protocols take.
@NullMarked
package org.plimsoll.solvency.cascade;

import org.jspecify.annotations.NullMarked;
