package org.plimsoll.solvency.lender;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.assess.RatioRange;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Elsewhere;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.loadline.DepthModel;
import org.plimsoll.solvency.loadline.HorizonSale;

/// A quantity of one collateral that would be sold, and what its market gives for it.
///
/// @param seller whose block it is
/// @param asset id of the collateral
/// @param quantity units of it
/// @param value of them at mark
/// @param debt of the borrower that it secures
/// @param daysOfVolume the block over a day of all trade; empty where nothing bounds it or the book
///   tells no market
/// @param sales what it brings, by horizon and by model; empty where the book tells no market
public record Block(
    Seller seller,
    String asset,
    Interval quantity,
    Interval value,
    Interval debt,
    Optional<RatioRange> daysOfVolume,
    List<Sale> sales) {
  private static final List<Integer> HORIZONS = List.of(1, 7, 30);

  /// Copies the list.
  public Block {
    sales = List.copyOf(sales);
  }

  /// Whose block is sold.
  public enum Seller {
    /// What the borrower has pledged.
    PLEDGED,
    /// What would have to be sold at mark to repay the debt, where the pledge is not told.
    DEBT_AT_MARK,
    /// All holders that the book knows of: every borrower's pledge, and who holds it elsewhere.
    ALL_KNOWN
  }

  /// What a block brings within a horizon by one model, in the book's currency.
  ///
  /// @param days the horizon
  /// @param model the model of its market
  /// @param proceeds what is sold within the horizon brings; the rest counts as unsold
  public record Sale(int days, DepthModel model, HorizonSale proceeds) {}

  /// Returns the blocks of every collateral of `exposures`, by asset.
  static List<Block> of(Book book, List<Exposure> exposures) {
    List<Block> blocks = new ArrayList<>();
    exposures.stream()
        .flatMap(exposure -> exposure.collateral().keySet().stream())
        .distinct()
        .sorted()
        .filter(asset -> !asset.equals(book.currency()))
        .forEach(asset -> {
          Block pledged = pledged(book, asset, exposures);
          blocks.add(pledged);
          if (pledged.quantity().high() == null) {
            blocks.add(pledged.atMark(book));
          }
          blocks.add(allKnown(book, asset, pledged));
        });
    return blocks;
  }

  /// Returns what the exposures pledge of `asset`.
  static Block pledged(Book book, String asset, List<Exposure> exposures) {
    Interval quantity = Interval.ZERO;
    Interval debt = Interval.ZERO;
    for (Exposure exposure : exposures) {
      Interval pledge = exposure.collateral().get(asset);
      if (pledge != null) {
        quantity = quantity.plus(pledge);
        debt = debt.plus(exposure.debt());
      }
    }
    Interval value = quantity.times(new Prices(book).of(asset));
    return of(Seller.PLEDGED, book, asset, quantity, value, debt);
  }

  private Block atMark(Book book) {
    Interval price = new Prices(book).of(asset);
    Interval units =
        new Interval(
            quotient(debt.low(), price.high(), RoundingMode.DOWN),
            quotient(debt.high(), price.low(), RoundingMode.UP));
    return of(Seller.DEBT_AT_MARK, book, asset, units.positivePart(), debt, debt);
  }

  private static @Nullable BigDecimal quotient(
      @Nullable BigDecimal dividend, @Nullable BigDecimal divisor, RoundingMode rounding) {
    return dividend == null || divisor == null || divisor.signum() == 0
        ? null
        : dividend.divide(divisor, 0, rounding);
  }

  private static Block allKnown(Book book, String asset, Block pledged) {
    List<Exposure> everybody = new ArrayList<>();
    for (Party party : book.parties()) {
      everybody.addAll(Exposure.of(book, party.id()));
    }
    Interval quantity = pledged(book, asset, everybody).quantity();
    for (Elsewhere holder : book.elsewhere()) {
      if (holder.asset().equals(asset)) {
        quantity = quantity.plus(holder.quantity().value());
      }
    }
    Interval value = quantity.times(new Prices(book).of(asset));
    return of(Seller.ALL_KNOWN, book, asset, quantity, value, pledged.debt());
  }

  private static Block of(
      Seller seller, Book book, String asset, Interval quantity, Interval value, Interval debt) {
    Interval price = new Prices(book).of(asset);
    Optional<Market> market =
        book.markets().stream().filter(m -> m.asset().equals(asset)).findFirst();
    List<Sale> sales = new ArrayList<>();
    for (int days : HORIZONS) {
      for (DepthModel model : DepthModel.values()) {
        market
            .flatMap(m -> HorizonSale.by(model, m, price, quantity, days))
            .ifPresent(proceeds -> sales.add(new Sale(days, model, proceeds)));
      }
    }
    return new Block(
        seller,
        asset,
        quantity,
        value,
        debt,
        market.flatMap(m -> RatioRange.of(value, m.adv().value())).filter(Block::saysSomething),
        sales);
  }

  /// Says whether a range bounds anything: at least 0 does not.
  static boolean saysSomething(RatioRange range) {
    return range.high().isPresent() || range.low().signum() > 0;
  }

  /// Returns a number of days in words, with one decimal: `15.2 to 119.2 days`.
  public static String days(RatioRange days) {
    String low = Wording.number(days.low().rounded().setScale(1, RoundingMode.DOWN));
    if (days.high().isEmpty()) {
      return days.low().signum() == 0 ? "an unknown number of days" : "at least " + low + " days";
    }
    String high = Wording.number(days.high().get().rounded().setScale(1, RoundingMode.UP));
    return (low.equals(high) ? low : low + " to " + high) + " days";
  }
}
