package org.plimsoll.protocol;

/// What falls due at a venue by its clock: at every whole multiple of a period since 1970, or a
/// fixed time after it, or at once when something has brought it about.
///
/// The place in this list is written to journals. It is also the rank: of two things due at the
/// same instant the one that stands first is done first.
public enum DueWork {
  /// Unrealized profit and loss of a future becomes money, every 30 seconds. Id: the market.
  SETTLEMENT(30),
  /// Holders of a perpetual pay each other, every hour. Id: the market.
  FUNDING(3_600),
  /// Loans of an asset are cleared anew and its interest is paid, every hour. Id: the asset.
  LENDING(3_600),
  /// A dated future expires, once, at the time of its listing. Id: the market.
  EXPIRY(0),
  /// An announced weight of an asset moves by a step, once a day until it is there. Id: the asset.
  WEIGHT(0),
  /// Accounts that no command has had the time for are asked whether they meet their maintenance
  /// requirement, at once after marks have moved. Id: 0.
  STAGE(0),
  /// Accounts in liquidation are looked at, every second while there are any. Id: 0.
  LIQUIDATION(1),
  /// The next order of a delisted market is canceled, at once. Id: the market.
  DELISTING(0),
  /// An order for which the mark has come is placed, at once. Id: its number.
  TRIGGER(0),
  /// A leveraged token's fund trades back to its target, every day at 00:02:00, and at once when
  /// its leverage asks for it or tokens were created or redeemed. Id: the token.
  REBALANCING(86_400, 120),
  /// A leveraged token's fund pays for a day of management, every day. Id: the token.
  TOKEN_FEE(86_400),
  /// A day of trading is over: what every owner pays is fixed for the next one, at 00:00 UTC. Id:
  /// 0.
  VOLUME(86_400),
  /// The exchange token is bought back: every week, from Thursday 00:00 UTC. Id: 0 for the week's
  /// beginning, 1 for the next of its orders.
  BUYBACK(604_800),
  /// The queue of withdrawals of an asset is paid, every minute while it has something to send. Id:
  /// the asset.
  WITHDRAWAL(60),
  /// A quote expires, once, at the time that it states. Id: the quote.
  QUOTE(0);

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final long periodNs;
  private final long offsetNs;

  DueWork(int periodSeconds) {
    this(periodSeconds, 0);
  }

  DueWork(int periodSeconds, int offsetSeconds) {
    this.periodNs = periodSeconds * NANOS_PER_SECOND;
    this.offsetNs = offsetSeconds * NANOS_PER_SECOND;
  }

  /// Returns whether this falls due again and again.
  public boolean isPeriodic() {
    return periodNs > 0;
  }

  /// Returns the next time after `timeNs` when this is due, if it is periodic.
  ///
  /// @param timeNs nanoseconds since 1970, far enough from the end of its type
  /// @throws ArithmeticException if this is due once
  public long next(long timeNs) {
    return timeNs - Math.floorMod(timeNs - offsetNs, periodNs) + periodNs;
  }
}
