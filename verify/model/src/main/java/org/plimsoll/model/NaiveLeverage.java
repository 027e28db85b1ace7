package org.plimsoll.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.protocol.LiquidationCommand.SetMarginProfile;
import org.plimsoll.units.MarginProfile;

/// The leverage that accounts have chosen at the slow twin, and every era that was stated.
final class NaiveLeverage {
  private static final int LEAST_MAX = 20;
  private static final int USUAL = 10;

  private final SortedMap<Integer, Integer> chosen = new TreeMap<>();
  private final List<Stated> eras = new ArrayList<>();

  /// An era, with when it was stated and from when maintenance follows.
  private record Stated(int max, long at, long maintenanceFrom) {}

  int chosen(int account) {
    return chosen.getOrDefault(account, USUAL);
  }

  void choose(int account, int leverage) {
    chosen.put(account, leverage);
  }

  void state(SetMarginProfile c, long clock) {
    eras.add(new Stated(max(c.profile()), clock, c.maintenanceNs()));
  }

  private static int max(MarginProfile profile) {
    return switch (profile) {
      case FTX_2019 -> 101;
      case FTX_2022 -> 20;
    };
  }

  /// Returns the largest leverage that may be chosen.
  int max() {
    return eras.isEmpty() ? LEAST_MAX : eras.getLast().max();
  }

  /// Returns the leverage of what an account does now.
  int ofNew(int account) {
    return Math.min(chosen(account), max());
  }

  /// Returns the leverage by which maintenance asks: what every era in turn has left of it.
  int maintained(int account, long clock) {
    int most = LEAST_MAX;
    for (int i = 0; i < eras.size(); i++) {
      Stated era = eras.get(i);
      long until = i + 1 < eras.size() ? eras.get(i + 1).at() : clock;
      most = era.maintenanceFrom() <= until ? era.max() : Math.max(most, era.max());
    }
    return Math.min(chosen(account), most);
  }

  /// Returns the base initial fraction.
  BigDecimal base(int account) {
    return BigDecimal.ONE.divide(BigDecimal.valueOf(ofNew(account)), 9, RoundingMode.CEILING);
  }

  /// Returns the least maintenance fraction.
  BigDecimal least(int account, long clock) {
    int leverage = maintained(account, clock);
    if (leverage <= 20) {
      return new BigDecimal("0.03");
    }
    return leverage >= 50
        ? new BigDecimal("0.006")
        : new BigDecimal("0.6").divide(BigDecimal.valueOf(leverage), 9, RoundingMode.CEILING);
  }

  /// Returns the largest notional of a position at a leverage, in the smallest unit of so many
  /// decimals; empty for any.
  static Optional<BigInteger> most(int leverage, int decimals) {
    return leverage <= 20
        ? Optional.empty()
        : Optional.of(new BigDecimal("2.5e6").movePointRight(decimals).toBigIntegerExact());
  }
}
