/// Collateral that is worth least when it is needed: its value given the default of whom it
/// secures.
///
/// Everything is closed form under a Gaussian copula, except where a borrower and the issuer of the
/// collateral are the same: no correlation describes that, so it is told apart first
/// ([WrongWayReason]) and answered with a jump ([JumpAtDefault]).
@NullMarked
package org.plimsoll.solvency.wrongway;

import org.jspecify.annotations.NullMarked;
