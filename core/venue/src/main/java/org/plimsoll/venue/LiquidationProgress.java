package org.plimsoll.venue;

import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// How far the round of liquidation that is under way has come.
final class LiquidationProgress {
  static final int NONE = -1;

  /// The place of an account at which it is looked at, before all markets.
  static final int LOOK = -1;

  boolean isUnderWay;
  long second;

  /// The account whose turn it is, or [#NONE] once it is the markets' turn.
  int account = NONE;

  int place;

  /// How many markets there were when the round began: later ones are no part of it.
  int markets;

  int market = NONE;

  /// The accounts of the market's turn in their order, and whose it is.
  int[] drawn = new int[0];

  int turn;
  long budgetLeft;

  void begin(long newSecond, int firstAccount, int marketCount) {
    isUnderWay = true;
    markets = marketCount;
    second = newSecond;
    account = firstAccount;
    place = LOOK;
  }

  void beginMarkets() {
    market = NONE;
    drawn = new int[0];
    turn = 0;
  }

  void writeTo(StateSink sink) {
    sink.add(isUnderWay ? 1 : 0).add(second).add(account).add(place);
    sink.add(markets).add(market).add(turn).add(budgetLeft).add(drawn.length);
    for (int each : drawn) {
      sink.add(each);
    }
  }

  void readFrom(StateSource source, int accounts, int marketCount) {
    isUnderWay = source.flag();
    second = source.number();
    account = source.within(NONE, accounts - 1);
    place = source.within(LOOK, 2 * marketCount + 1);
    markets = source.within(0, marketCount);
    market = source.within(NONE, marketCount);
    turn = source.within(0, accounts);
    budgetLeft = source.within(0, Long.MAX_VALUE);
    drawn = new int[source.count(accounts)];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = source.index(accounts);
    }
    source.require(turn <= drawn.length, "whose turn it is was drawn");
  }
}
