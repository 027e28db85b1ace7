package org.plimsoll.venue;

import java.util.OptionalLong;

/// Where an account stands in one futures market at the mark of now (docs/reference/margin.md).
/// Amounts are in the smallest unit of account, prices in billionths of a whole one.
///
/// @param account whose it is
/// @param market which
/// @param lots the position; negative is short
/// @param cost what it has cost since it was last settled
/// @param unrealized the profit that is not money yet
/// @param notional of the position
/// @param buyLots of the account's resting buys
/// @param sellLots of its resting sells
/// @param openNotional of the larger size that all buys, or all sells, would make of it
/// @param initialRequirement on that, and what the resting orders would lose at the mark
/// @param maintenance what the position must keep
/// @param liquidationPriceE9 the mark beyond which the account would be below its maintenance
///   requirement, or not below it any more, if this mark alone moved; empty where no mark is, and
///   for an account that nothing liquidates
/// @param zeroPriceE9 at which the position takes all that stands behind it with it; empty without
///   a position
public record PositionStanding(
    int account,
    int market,
    long lots,
    long cost,
    long unrealized,
    long notional,
    long buyLots,
    long sellLots,
    long openNotional,
    long initialRequirement,
    long maintenance,
    OptionalLong liquidationPriceE9,
    OptionalLong zeroPriceE9) {}
