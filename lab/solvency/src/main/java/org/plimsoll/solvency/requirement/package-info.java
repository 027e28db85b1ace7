/// Margin requirements as functions of size, volatility and history, for analysis in floating
/// point.
///
/// What a venue charges is computed exactly, in integers, by `core/margin`; these forms answer how
/// a requirement grows, moves with the market and compares to the loss it should cover.
@NullMarked
package org.plimsoll.solvency.requirement;

import org.jspecify.annotations.NullMarked;
