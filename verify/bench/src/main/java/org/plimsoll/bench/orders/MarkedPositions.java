package org.plimsoll.bench.orders;

import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.protocol.LiquidationCommand.SetLiquidationProfile;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.OrderCommand.CancelOrder;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.units.Side;

/// A venue in which every account has a position in one perpetual, even numbers long and odd ones
/// short, and all have been looked at. Some of the long ones have so little beside it that they
/// fail when the price falls by a tenth.
final class MarkedPositions {
  /// A mark at which everybody is sound.
  static final long QUIET_TICKS = Regime.START_TICKS - 10;

  /// A mark at which those that have little fail.
  static final long FALLEN_TICKS = Regime.START_TICKS * 9 / 10;

  private static final long LOTS = 50;
  private static final long TICK_NS = 1_000_000;
  private static final long AMPLE = 100_000_000;

  // Ten per cent of five is lost and three asked for by then, so what is left of this is too
  // little.
  private static final long SCARCE = 620_000;

  private final VenueFloor floor;
  private final EventEncoder events;
  private long lastOrder;
  private long quotes;
  private long nowNs = VenueFloor.START_NS;

  MarkedPositions(int accounts, int failing, EventEncoder events) {
    this.events = events;
    this.floor =
        VenueFloor.withCash(
            accounts,
            account ->
                account % 2 == 0 && account / 2 > 0 && account / 2 <= failing ? SCARCE : AMPLE,
            events);
    floor.deliver(
        new SetLiquidationProfile(LiquidationProfile.FTX_2022, "benchmark", "one", "two"));
    for (int account = 0; account < accounts; account += 2) {
      enter(account, Side.BUY, Regime.START_TICKS, LOTS);
      enter(account + 1, Side.SELL, Regime.START_TICKS, LOTS);
      events.clear();
    }
    tick();
  }

  VenueFloor floor() {
    return floor;
  }

  /// Lets the best bid and the best ask be next to a price.
  void quote(long ticks) {
    if (quotes > 0) {
      floor.deliver(new CancelOrder(0, VenueFloor.PERPETUAL, quotes));
      floor.deliver(new CancelOrder(1, VenueFloor.PERPETUAL, quotes + 1));
    }
    quotes = lastOrder + 1;
    enter(0, Side.BUY, ticks - 1, 1);
    enter(1, Side.SELL, ticks + 1, 1);
    events.clear();
  }

  /// Moves the clock on.
  void tick() {
    nowNs += TICK_NS;
    floor.deliver(new AdvanceTime(nowNs, 0));
  }

  private void enter(int account, Side side, long ticks, long lots) {
    floor.deliver(new PlaceLimitOrder(account, VenueFloor.PERPETUAL, side, ticks, lots));
    lastOrder++;
  }
}
