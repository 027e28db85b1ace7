package org.plimsoll.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// A price-time order book that is obviously right: one list in the order of arrival, searched from
/// end to end for every match. It is the specification of the fast one.
public final class NaiveOrderBook {
  private final List<Resting> orders;

  /// What an order says besides side, price and quantity.
  ///
  /// @param clientOrder the name that its owner gave it, or 0
  public record Terms(TimeInForce timeInForce, long clientOrder, boolean isReduceOnly) {
    /// An order that rests until it is canceled.
    public static final Terms PLAIN = new Terms(TimeInForce.GOOD_TILL_CANCELED, 0, false);

    /// An order that takes what is there at once.
    public static final Terms AT_ONCE = new Terms(TimeInForce.IMMEDIATE_OR_CANCEL, 0, false);
  }

  /// An order that waits for somebody to trade with.
  public record Resting(
      long order, int account, Side side, long priceTicks, long lots, Terms terms) {}

  /// One trade, at the maker's price.
  ///
  /// @param maker the resting order as it was before
  /// @param lots how much of it traded
  public record Match(Resting maker, long lots) {}

  /// What becomes of an order.
  ///
  /// @param matches its trades in order
  /// @param leavesLots what did not trade
  /// @param canceled why what is left was canceled; empty if it rests or nothing is left
  public record Outcome(List<Match> matches, long leavesLots, Optional<CancelCause> canceled) {
    static Outcome of(List<Match> matches, long leavesLots) {
      return new Outcome(List.copyOf(matches), leavesLots, Optional.empty());
    }

    static Outcome canceled(List<Match> matches, long leavesLots, CancelCause cause) {
      return new Outcome(List.copyOf(matches), leavesLots, Optional.of(cause));
    }

    /// Returns how many lots rest.
    public long restLots() {
      return canceled.isPresent() ? 0 : leavesLots;
    }

    /// Returns how many lots traded.
    public long filledLots() {
      return matches.stream().mapToLong(Match::lots).sum();
    }

    /// Returns the sum of price in ticks times lots.
    public BigInteger tickLots() {
      return matches.stream()
          .map(m ->
              BigInteger.valueOf(m.maker().priceTicks()).multiply(BigInteger.valueOf(m.lots())))
          .reduce(BigInteger.ZERO, BigInteger::add);
    }
  }

  /// Creates an empty order book.
  public NaiveOrderBook() {
    this(List.of());
  }

  private NaiveOrderBook(List<Resting> orders) {
    this.orders = new ArrayList<>(orders);
  }

  /// Matches an order and keeps what is left of it if it has a limit and may wait.
  ///
  /// @param limitTicks the worst price it takes, or empty for any
  public Outcome enter(
      long order, int account, Side side, OptionalLong limitTicks, long lots, Terms terms) {
    boolean meets =
        best(side.opposite()).filter(r -> crosses(side, limitTicks, r.priceTicks())).isPresent();
    if (terms.timeInForce() == TimeInForce.POST_ONLY && meets) {
      return Outcome.canceled(List.of(), lots, CancelCause.POST_ONLY_WOULD_TAKE);
    }
    if (terms.timeInForce() == TimeInForce.FILL_OR_KILL
        && new NaiveOrderBook(orders).match(account, side, limitTicks, lots).filledLots() < lots) {
      return Outcome.canceled(List.of(), lots, CancelCause.NOT_FILLED_AT_ONCE);
    }
    Outcome outcome = match(account, side, limitTicks, lots);
    if (outcome.restLots() == 0) {
      return outcome;
    }
    if (limitTicks.isEmpty() || terms.timeInForce() == TimeInForce.IMMEDIATE_OR_CANCEL) {
      return Outcome.canceled(outcome.matches(), outcome.leavesLots(), CancelCause.BOOK_EXHAUSTED);
    }
    orders.add(
        new Resting(order, account, side, limitTicks.getAsLong(), outcome.leavesLots(), terms));
    return outcome;
  }

  private Outcome match(int account, Side side, OptionalLong limitTicks, long lots) {
    List<Match> matches = new ArrayList<>();
    long leaves = lots;
    Optional<Resting> best = best(side.opposite());
    while (leaves > 0 && best.isPresent() && crosses(side, limitTicks, best.get().priceTicks())) {
      Resting maker = best.get();
      if (maker.account() == account) {
        return Outcome.canceled(matches, leaves, CancelCause.SELF_TRADE);
      }
      long traded = Math.min(leaves, maker.lots());
      matches.add(new Match(maker, traded));
      reduce(maker, traded);
      leaves -= traded;
      best = best(side.opposite());
    }
    return Outcome.of(matches, leaves);
  }

  /// Returns what [#enter] would do, on a copy.
  public Outcome preview(int account, Side side, OptionalLong limitTicks, long lots, Terms terms) {
    return new NaiveOrderBook(orders).enter(Long.MAX_VALUE, account, side, limitTicks, lots, terms);
  }

  /// Takes an order out and returns it as it was.
  public Optional<Resting> remove(long order) {
    Optional<Resting> found = find(order);
    found.ifPresent(orders::remove);
    return found;
  }

  /// Returns the resting order of that number.
  public Optional<Resting> find(long order) {
    return orders.stream().filter(resting -> resting.order() == order).findFirst();
  }

  /// Returns every resting order: bids from the best price, then asks from the best price, the
  /// oldest first at each price.
  public List<Resting> orders() {
    List<Resting> sorted = new ArrayList<>(orders);
    sorted.sort(Comparator.comparing(Resting::side).thenComparing(this::compareByPrice));
    return List.copyOf(sorted);
  }

  /// Returns every resting order in the order of arrival.
  List<Resting> arrived() {
    return List.copyOf(orders);
  }

  /// Puts the orders of [#arrived] in place of those that rest.
  void restore(List<Resting> arrived) {
    orders.clear();
    orders.addAll(arrived);
  }

  /// Returns the best and oldest order of a side.
  Optional<Resting> best(Side side) {
    return orders().stream().filter(resting -> resting.side() == side).findFirst();
  }

  private int compareByPrice(Resting a, Resting b) {
    int ascending = Long.compare(a.priceTicks(), b.priceTicks());
    return a.side() == Side.BUY ? -ascending : ascending;
  }

  private void reduce(Resting maker, long lots) {
    int at = orders.indexOf(maker);
    long left = maker.lots() - lots;
    if (left == 0) {
      orders.remove(at);
    } else {
      orders.set(
          at,
          new Resting(
              maker.order(),
              maker.account(),
              maker.side(),
              maker.priceTicks(),
              left,
              maker.terms()));
    }
  }

  private static boolean crosses(Side takerSide, OptionalLong limitTicks, long priceTicks) {
    if (limitTicks.isEmpty()) {
      return true;
    }
    return takerSide == Side.BUY
        ? priceTicks <= limitTicks.getAsLong()
        : priceTicks >= limitTicks.getAsLong();
  }
}
