/// The published formulas of a leveraged venue as pure functions of exact integers.
///
/// What counts: [SpotMargin], [PositionMargin], [org.plimsoll.units.MarginProfile] by era,
/// [FreeCollateral] over a [PortfolioView]. How an account fails: [org.plimsoll.units.MarginStage]
/// and [AccountMargin], [LiquidationSlice], [ZeroPrice], [ProRata], [DeleverageRank], and
/// [LiquidationBand] for when to look again. What is paid: [Funding], [LendingRates],
/// [FeeSchedule], [LeveragedTokens]. At which prices: [MarkPrice], [PriceClamp].
///
/// Nothing here holds an account or moves money; docs/reference/margin.md has every formula with
/// its source and numbers. What no source says is a choice, and the type that makes it gives the
/// reason.
@NullMarked
package org.plimsoll.margin;

import org.jspecify.annotations.NullMarked;
