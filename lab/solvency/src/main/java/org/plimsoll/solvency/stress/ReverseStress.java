package org.plimsoll.solvency.stress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.assess.BreakingHaircut;
import org.plimsoll.solvency.assess.Equity;
import org.plimsoll.solvency.assess.LiquidationView;
import org.plimsoll.solvency.assess.Liquidity;
import org.plimsoll.solvency.assess.Positions;
import org.plimsoll.solvency.assess.Question;
import org.plimsoll.solvency.assess.Shock;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Party;

/// The smallest thing that breaks a book, one axis at a time, for each of the three failures.
///
/// Equity along a fall of prices is concave and made of straight lines, so its zero is found as an
/// exact fraction ([BreakingHaircut]). Cash along a fall of prices is concave too; its zero and
/// that of a sale at once are bracketed by halving to a billionth of the way.
public final class ReverseStress {
  /// 2^-30 of the way.
  private static final int HALVINGS = 30;

  /// A market without any depth has no price; a billionth of what it had takes nothing.
  private static final BigDecimal LEAST_DEPTH = new BigDecimal("1e-9");

  private final Book book;
  private final List<BreakPoint> points = new ArrayList<>();

  private ReverseStress(Book book) {
    this.book = book;
  }

  /// Returns the break points of `book`, by question, then by axis.
  public static List<BreakPoint> of(Book book) {
    ReverseStress search = new ReverseStress(book);
    search.addEquity(Question.INSOLVENT_AT_MARK, book);
    search.addDepth();
    search.addEquity(
        Question.INSOLVENT_WITHOUT_OWN_TOKEN, Shock.withoutOwnTokens(book).applyTo(book));
    search.addCash();
    return List.copyOf(search.points);
  }

  private void addEquity(Question question, Book priced) {
    SortedSet<String> all = new TreeSet<>();
    for (Asset asset : fallible(priced)) {
      all.add(asset.id());
      SortedSet<String> one = new TreeSet<>(Collections.singleton(asset.id()));
      addFall(question, new Axis.PriceFall(asset.id()), priced, one);
    }
    addFall(question, new Axis.AllPricesFall(), priced, all);
    addExemptions(question);
    addDefaults(question, after -> Equity.of(repriced(question, after)).total());
  }

  private static Book repriced(Question question, Book after) {
    return question == Question.INSOLVENT_WITHOUT_OWN_TOKEN
        ? Shock.withoutOwnTokens(after).applyTo(after)
        : after;
  }

  private void addFall(Question question, Axis axis, Book priced, SortedSet<String> assets) {
    BreakingHaircut.Pair exact = BreakingHaircut.ofFall(priced, assets);
    Function<BigDecimal, Interval> figure = part -> Equity.of(fallen(priced, assets, part)).total();
    points.add(
        new BreakPoint(
            question,
            axis,
            exactOr(exact.unfavorable(), part -> figure.apply(part).low()),
            exactOr(exact.favorable(), part -> figure.apply(part).high())));
  }

  private static Breaking exactOr(
      BreakingHaircut exact, Function<BigDecimal, @Nullable BigDecimal> figure) {
    Breaking breaking = Breaking.of(exact);
    return breaking instanceof Breaking.Unknown ? halving(figure) : breaking;
  }

  private static Book fallen(Book priced, SortedSet<String> assets, BigDecimal part) {
    SortedMap<String, BigDecimal> falls = new TreeMap<>();
    assets.forEach(asset -> falls.put(asset, part));
    return ScenarioBook.of(priced, new Scenario(falls, BigDecimal.ZERO, BigDecimal.ONE, List.of()));
  }

  /// Once nobody is exempt, what the exempt have pledged is sold at once, and everybody's marks are
  /// what that leaves.
  private void addExemptions(Question question) {
    SortedMap<String, BigDecimal> zero = new TreeMap<>();
    for (Account account : Positions.accounts(book)) {
      if (account.exemptions().contains(Account.Exemption.NO_LIQUIDATION)) {
        account
            .exposure(book.currency())
            .keySet()
            .forEach(asset -> zero.put(asset, BigDecimal.ZERO));
      }
    }
    if (zero.isEmpty()) {
      return;
    }
    SortedMap<String, Interval> sold = LiquidationView.of(book).prices();
    Book after =
        book.withAssets(
            book.assets().stream()
                .map(
                    asset -> zero.containsKey(asset.id()) ? at(asset, sold.get(asset.id())) : asset)
                .toList());
    addAllOrNothing(
        question, new Axis.ExemptionsEnd(), after, b -> Equity.of(repriced(question, b)).total());
  }

  private static Asset at(Asset asset, @Nullable Interval price) {
    return price == null ? asset : asset.withPrice(new Figure(price, asset.price().source()));
  }

  private void addDefaults(Question question, Function<Book, Interval> figure) {
    for (Party party : book.parties()) {
      if (!party.id().equals(book.subject()) && owesOrIssues(party.id())) {
        Book after = ScenarioBook.of(book, Scenario.defaultOf(party.id()));
        addAllOrNothing(question, new Axis.DefaultOf(party.id()), after, figure);
      }
    }
  }

  private void addAllOrNothing(
      Question question, Axis axis, Book changed, Function<Book, Interval> figure) {
    Interval before = figure.apply(book);
    Interval after = figure.apply(changed);
    points.add(
        new BreakPoint(
            question,
            axis,
            allOrNothing(before.low(), after.low()),
            allOrNothing(before.high(), after.high())));
  }

  private boolean owesOrIssues(String party) {
    return book.loans().stream().anyMatch(loan -> loan.borrower().equals(party))
        || book.assets().stream().anyMatch(a -> a.issuer().filter(party::equals).isPresent());
  }

  private static Breaking allOrNothing(@Nullable BigDecimal before, @Nullable BigDecimal after) {
    if (before == null || after == null) {
      return new Breaking.Unknown();
    }
    if (before.signum() < 0) {
      return new Breaking.Already();
    }
    return after.signum() < 0 ? new Breaking.At(Ratio.ONE) : new Breaking.Never();
  }

  private void addDepth() {
    boolean hasDepth =
        book.markets().stream().anyMatch(m -> !m.depth().value().equals(Interval.UNKNOWN));
    if (hasDepth) {
      addHalving(
          Question.INSOLVENT_AT_MARK,
          new Axis.LossOfDepth(),
          part -> LiquidationView.of(ScenarioBook.of(book, Scenario.depth(kept(part)))).equity());
    }
  }

  private static BigDecimal kept(BigDecimal lost) {
    return BigDecimal.ONE.subtract(lost).max(LEAST_DEPTH);
  }

  private void addCash() {
    Liquidity now = Liquidity.of(book);
    points.add(
        new BreakPoint(
            Question.UNABLE_TO_PAY,
            new Axis.Withdrawal(),
            withdrawal(now.obtainable().low(), now.demandable().high()),
            withdrawal(now.obtainable().high(), now.demandable().low())));
    for (Asset asset : fallible(book)) {
      if (asset.tier() == Asset.Tier.LIQUID) {
        addHalving(
            Question.UNABLE_TO_PAY,
            new Axis.PriceFall(asset.id()),
            part -> Liquidity.of(ScenarioBook.of(book, Scenario.fall(asset.id(), part))).surplus());
      }
    }
  }

  private static Breaking withdrawal(
      @Nullable BigDecimal obtainable, @Nullable BigDecimal demandable) {
    if (obtainable == null || demandable == null) {
      return new Breaking.Unknown();
    }
    return obtainable.compareTo(demandable) >= 0
        ? new Breaking.Never()
        : new Breaking.At(Ratio.of(obtainable, demandable));
  }

  private void addHalving(Question question, Axis axis, Function<BigDecimal, Interval> figure) {
    points.add(
        new BreakPoint(
            question,
            axis,
            halving(part -> figure.apply(part).low()),
            halving(part -> figure.apply(part).high())));
  }

  private static Breaking halving(Function<BigDecimal, @Nullable BigDecimal> figure) {
    BigDecimal atStart = figure.apply(BigDecimal.ZERO);
    BigDecimal atEnd = figure.apply(BigDecimal.ONE);
    if (atStart == null || atEnd == null) {
      return new Breaking.Unknown();
    }
    if (atStart.signum() < 0) {
      return new Breaking.Already();
    }
    if (atEnd.signum() >= 0) {
      return new Breaking.Never();
    }
    BigDecimal sound = BigDecimal.ZERO;
    BigDecimal broken = BigDecimal.ONE;
    for (int i = 0; i < HALVINGS; i++) {
      BigDecimal middle = sound.add(broken).divide(BigDecimal.TWO);
      BigDecimal value = figure.apply(middle);
      if (value != null && value.signum() >= 0) {
        sound = middle;
      } else {
        broken = middle;
      }
    }
    return new Breaking.At(Ratio.of(broken, BigDecimal.ONE));
  }

  /// The book's currency is the measure, and what has no price has nothing to lose.
  private static List<Asset> fallible(Book book) {
    return book.assets().stream()
        .filter(asset -> !asset.id().equals(book.currency()))
        .filter(asset -> !isWorthless(asset.price().value()))
        .toList();
  }

  private static boolean isWorthless(Interval price) {
    return price.high() != null && price.high().signum() == 0;
  }
}
