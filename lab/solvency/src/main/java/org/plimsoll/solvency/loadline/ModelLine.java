package org.plimsoll.solvency.loadline;

import org.plimsoll.solvency.impact.LoadLineRange.Bound;

/// The load line of one collateral by one model, in the book's currency.
///
/// @param model how the depth is told
/// @param low with every range at the careful end
/// @param high with every range at the favorable end; infinite where the book sets no limit there
/// @param bound what decides the careful end
/// @param valid whether the model is within its range at the careful end
public record ModelLine(DepthModel model, double low, double high, Bound bound, boolean valid) {}
