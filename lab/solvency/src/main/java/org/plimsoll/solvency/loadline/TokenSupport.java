package org.plimsoll.solvency.loadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plimsoll.solvency.assess.Liquidity;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Feedback;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.emission.Emission;

/// How long a supporter's cash holds up a token that is paid out every day, at one end of the
/// book's ranges.
///
/// The cash of the subject is what it can turn into money now; that of another party is what is
/// liquid and positive in its accounts with the subject.
///
/// @param asset id of the token
/// @param supporter id of the party that buys
/// @param price that it holds up, as it stands
/// @param cash that it can spend
/// @param emission with a depth of 1 where the book tells none, on which the runway does not depend
/// @param loans called once the cash is gone; none where the book tells no depth
/// @param corner the end of the ranges
public record TokenSupport(
    String asset,
    String supporter,
    double price,
    double cash,
    Emission emission,
    List<Called> loans,
    Corner corner) {
  /// Copies the list.
  public TokenSupport {
    loans = List.copyOf(loans);
  }

  /// A loan against the token.
  ///
  /// @param name of the loan or the account
  /// @param trigger price at which its lender sells
  /// @param day after today on which the price is there; 0 where it is, infinite where it never is
  public record Called(String name, double trigger, double day) {}

  /// Returns the supports of all tokens whose emission the book tells, in its order; without those
  /// of which it leaves the price or the tokens a day without a limit, and those that have neither
  /// a supporter nor an issuer.
  public static List<TokenSupport> of(Book book, Corner corner) {
    List<TokenSupport> supports = new ArrayList<>();
    for (Asset asset : book.assets()) {
      asset
          .feedback()
          .emission()
          .flatMap(told -> of(book, asset, told, corner))
          .ifPresent(supports::add);
    }
    return supports;
  }

  private static Optional<TokenSupport> of(
      Book book, Asset asset, Feedback.Emission told, Corner corner) {
    Optional<String> supporter = told.supporter().or(asset::issuer);
    double price = corner.ofMoreIsBetter(asset.price().value());
    double perDay = corner.ofLessIsBetter(told.perDay().value());
    double inflow = corner.ofMoreIsBetter(told.inflow().value());
    boolean isTold = isPositive(price) && isPositive(perDay) && Double.isFinite(inflow);
    if (supporter.isEmpty() || !isTold) {
      return Optional.empty();
    }
    Optional<Double> depth =
        MarginalDepth.of(book, asset.id(), corner)
            .map(thinnest -> thinnest.market().depth() * thinnest.market().price());
    TokenSupport support =
        new TokenSupport(
            asset.id(),
            supporter.get(),
            price,
            corner.ofMoreIsBetter(cash(book, supporter.get())),
            new Emission(perDay, inflow, depth.orElse(1.0)),
            List.of(),
            corner);
    List<Pledge> pledges = Pledges.of(book).getOrDefault(asset.id(), List.of());
    return Optional.of(depth.isPresent() ? support.calling(pledges) : support);
  }

  private static boolean isPositive(double value) {
    return value > 0 && Double.isFinite(value);
  }

  private static Interval cash(Book book, String party) {
    if (party.equals(book.subject())) {
      return Liquidity.of(book).obtainable();
    }
    SortedSet<String> liquid =
        book.assets().stream()
            .filter(asset -> asset.tier() == Asset.Tier.LIQUID)
            .map(Asset::id)
            .collect(Collectors.toCollection(TreeSet::new));
    Prices prices = new Prices(book);
    Interval sum = Interval.ZERO;
    for (Account account : book.accounts()) {
      if (account.owner().equals(party)) {
        SortedMap<String, Figure> balances = new TreeMap<>(account.balances());
        balances.keySet().retainAll(liquid);
        for (var balance : balances.entrySet()) {
          Interval positive = balance.getValue().value().positivePart();
          sum = sum.plus(prices.value(balance.getKey(), positive));
        }
      }
    }
    return sum;
  }

  private TokenSupport calling(List<Pledge> pledges) {
    List<Called> called = new ArrayList<>();
    for (Pledge pledge : pledges) {
      double trigger = pledge.trigger(corner);
      if (trigger > 0) {
        called.add(new Called(pledge.name(), trigger, dayOf(trigger)));
      }
    }
    return new TokenSupport(asset, supporter, price, cash, emission, called, corner);
  }

  private double dayOf(double trigger) {
    return trigger >= price ? 0 : runwayDays() + emission.daysUntil(price, trigger);
  }

  /// Returns whether the price needs support.
  public boolean needed() {
    return price > emission.steadyPrice();
  }

  /// Returns the cash spent a day; 0 where the price needs no support.
  public double burnPerDay() {
    return needed() ? support().burnPerDay() : 0;
  }

  /// Returns the days until the cash is gone; infinite where it never is.
  public double runwayDays() {
    return needed() && Double.isFinite(cash) ? support().runwayDays() : Double.POSITIVE_INFINITY;
  }

  /// Returns the tokens that the supporter has bought by then.
  public double tokensBought() {
    return !needed()
        ? 0
        : Double.isFinite(cash) ? support().tokensBought() : Double.POSITIVE_INFINITY;
  }

  private Emission.Support support() {
    return new Emission.Support(emission, price, cash);
  }
}
