package org.plimsoll.solvency.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.assess.Positions;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.LossRules;
import org.plimsoll.solvency.waterfall.Layer;
import org.plimsoll.solvency.waterfall.LossAllocation;
import org.plimsoll.solvency.waterfall.LossBearers;
import org.plimsoll.solvency.waterfall.LossWaterfall;

/// Who bears a loss by the rules of a book.
///
/// A book knows no profits of single trades, so where profitable accounts are to pay, those who are
/// owed something on balance do, up to what they are owed at the careful end.
final class LossBearing {
  private static final int CENTS = 2;

  private LossBearing() {}

  /// Returns who bears `loss`, rounded up to a cent.
  ///
  /// @param book after whatever caused it
  /// @param loss not negative and finite
  static LossAllocation of(Book book, double loss) {
    LossRules rules = book.policies().losses();
    Map<Layer, BigDecimal> pots = new EnumMap<>(Layer.class);
    pots.put(Layer.BACKSTOP, cents(rules.backstop()));
    pots.put(Layer.INSURANCE_FUND, cents(rules.insuranceFund()));
    pots.put(Layer.VENUE_CAPITAL, cents(rules.venueCapital()));
    BigDecimal whole = new BigDecimal(Double.toString(loss)).setScale(CENTS, RoundingMode.CEILING);
    return LossWaterfall.allocate(
        whole, rules.order(), new LossBearers(pots, claimants(book)), CENTS);
  }

  /// By party, so that a thousand accounts of one owner are one bearer; the largest first.
  private static List<LossBearers.Profit> claimants(Book book) {
    Prices prices = new Prices(book);
    SortedMap<String, BigDecimal> claims = new TreeMap<>();
    for (Account account : Positions.accounts(book)) {
      BigDecimal least = prices.netValue(account).low();
      if (least != null) {
        claims.merge(account.owner(), cents(least), BigDecimal::add);
      }
    }
    return claims.entrySet().stream()
        .filter(claim -> claim.getValue().signum() > 0)
        .sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder()))
        .map(claim -> new LossBearers.Profit(claim.getKey(), claim.getValue()))
        .toList();
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(CENTS, RoundingMode.FLOOR);
  }
}
