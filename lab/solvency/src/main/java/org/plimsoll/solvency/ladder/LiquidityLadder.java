package org.plimsoll.solvency.ladder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.assess.Liquidity;
import org.plimsoll.solvency.assess.Positions;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.assess.Shock;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.HorizonSale;

/// Cash obtainable within some time against the claims that can be demanded by then, in the book's
/// currency.
///
/// Everything that can be demanded now counts from the first rung on; a loan to the subject joins
/// when it matures. Liquid assets that are not pledged are cash at once; less liquid ones are sold
/// within the time, at a part of the volume; illiquid ones and own tokens bring nothing.
///
/// @param rungs from the shortest time to the longest
/// @param withoutMarket ids of less liquid assets on hand of whose market the book tells nothing:
///   from a day on they bring between nothing and their price
public record LiquidityLadder(List<Rung> rungs, List<String> withoutMarket) {
  private static final List<Step> STEPS =
      List.of(
          new Step("1 hour", 1.0 / 24, 0),
          new Step("1 day", 1, 1),
          new Step("7 days", 7, 7),
          new Step("30 days", 30, 30),
          new Step("90 days", 90, 90));

  /// Copies the lists.
  public LiquidityLadder {
    rungs = List.copyOf(rungs);
    withoutMarket = List.copyOf(withoutMarket);
  }

  private record Step(String name, double days, int wholeDays) {}

  /// One time and what is there by then.
  ///
  /// @param within the time, in words
  /// @param obtainableLow cash at the careful end of every range
  /// @param obtainableHigh cash at the favorable end; infinite where nothing bounds it
  /// @param demandable claims
  public record Rung(
      String within, double obtainableLow, double obtainableHigh, Interval demandable) {

    /// Returns cash over claims at one end; infinite where nothing can be demanded.
    public double cover(Corner corner) {
      double cash = corner == Corner.CAREFUL ? obtainableLow : obtainableHigh;
      double claims = corner.ofLessIsBetter(demandable);
      return claims == 0 ? Double.POSITIVE_INFINITY : cash / claims;
    }
  }

  /// Returns the ladder of the subject of `book`.
  public static LiquidityLadder of(Book book) {
    Book bare = Shock.withoutOwnTokens(book).applyTo(book);
    SortedMap<String, Interval> sellable = sellable(bare);
    SortedMap<String, Market> markets = new TreeMap<>();
    bare.markets().forEach(market -> markets.put(market.asset(), market));
    List<String> withoutMarket =
        sellable.keySet().stream().filter(asset -> !markets.containsKey(asset)).toList();
    Liquidity now = Liquidity.of(book);
    List<Rung> rungs = new ArrayList<>();
    for (Step step : STEPS) {
      double low = Corner.CAREFUL.ofMoreIsBetter(now.obtainable());
      double high = Corner.FAVORABLE.ofMoreIsBetter(now.obtainable());
      for (var entry : sellable.entrySet()) {
        Optional<Market> market = Optional.ofNullable(markets.get(entry.getKey()));
        Interval price = new Prices(bare).of(entry.getKey());
        HorizonSale sale = HorizonSale.of(market, price, entry.getValue(), step.days());
        low += sale.low();
        high += sale.high();
      }
      rungs.add(new Rung(step.name(), low, high, now.demandable().plus(maturing(book, step))));
    }
    return new LiquidityLadder(rungs, withoutMarket);
  }

  /// Returns the first rung on which claims may exceed cash; none where they never do.
  public Optional<Rung> firstShort(Corner corner) {
    return rungs.stream().filter(rung -> rung.cover(corner) < 1).findFirst();
  }

  private static SortedMap<String, Interval> sellable(Book book) {
    Prices prices = new Prices(book);
    SortedMap<String, Interval> sellable = new TreeMap<>();
    for (Asset asset : book.assets()) {
      if (asset.tier() == Asset.Tier.LESS_LIQUID && !isWorthless(prices.of(asset.id()))) {
        sellable.put(asset.id(), Interval.ZERO);
      }
    }
    for (Custody custody : book.custody()) {
      Interval free = custody.quantity().value().minus(custody.encumbered().value());
      sellable.computeIfPresent(custody.asset(), (_, sum) -> sum.plus(free.positivePart()));
    }
    sellable.values().removeIf(Interval.ZERO::equals);
    return sellable;
  }

  private static boolean isWorthless(Interval price) {
    return Interval.ZERO.equals(price);
  }

  /// What is due on demand or at an unknown time is counted from the start.
  private static Interval maturing(Book book, Step step) {
    LocalDate until = LocalDate.parse(book.asOf().substring(0, 10)).plusDays(step.wholeDays());
    Prices prices = new Prices(book);
    Interval sum = Interval.ZERO;
    for (Loan loan : Positions.borrowed(book)) {
      if (loan.due() == Loan.Due.TERM) {
        Interval debt = prices.value(loan.asset(), loan.principal().value());
        sum =
            sum.plus(loan.terms().maturity().map(day -> part(debt, day, until)).orElse(open(debt)));
      }
    }
    return sum;
  }

  private static Interval part(Interval debt, String day, LocalDate until) {
    return LocalDate.parse(day).isAfter(until) ? Interval.ZERO : debt;
  }

  private static Interval open(Interval debt) {
    return new Interval(BigDecimal.ZERO, debt.high());
  }
}
