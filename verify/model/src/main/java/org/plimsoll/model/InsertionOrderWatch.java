package org.plimsoll.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.LedgerAccount.Kind;
import org.plimsoll.mirror.VenuePicture;
import org.plimsoll.mirror.VenuePicture.PicturedOrder;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Request;
import org.plimsoll.venue.VenueView;

/// Commands that have nothing to do with each other may come in any order: another venue gets each
/// group of them the other way round and comes to the same state, but for the numbers of orders.
///
/// Of such a group, everybody whose money or order is touched is another account, every client is
/// another, every order is for another market, and nothing is due by the clock. Deposits and orders
/// are tried. What a sum over all accounts bounds can depend on the order, so the law looks away
/// where only offers are lent, and ends where the other venue finds a balance out of range, or too
/// little collateral while a cap makes what counts of one account depend on what others hold.
final class InsertionOrderWatch implements RunWatch {
  private static final int GROUP_MAX = 5;

  private final VenueLaws.Live other = new VenueLaws.Live();
  private final SortedMap<Long, Long> numbers = new TreeMap<>();
  private final List<Step> group = new ArrayList<>();
  private boolean isOver;
  private int groups;

  /// A command, what happened because of it, and whom and which market it touched; -1 for none.
  private record Step(
      Request request, List<Event> events, NavigableSet<Integer> accounts, int market) {
    static Step of(Request request, List<Event> events) {
      NavigableSet<Integer> accounts = new TreeSet<>();
      for (Event event : events) {
        switch (event) {
          case Event.TransferPosted e -> {
            addCustomer(e.from(), accounts);
            addCustomer(e.to(), accounts);
          }
          case OrderEvent.TradeExecuted e -> accounts.add(e.makerAccount());
          default -> {}
        }
      }
      return new Step(request, events, accounts, touch(request.command(), accounts));
    }

    private static void addCustomer(int address, NavigableSet<Integer> accounts) {
      if (LedgerAccount.kind(address) == Kind.CUSTOMER) {
        accounts.add(address);
      }
    }

    private static int touch(Command command, NavigableSet<Integer> accounts) {
      return switch (command) {
        case OrderCommand.PlaceLimitOrder c -> touch(c.account(), c.market(), accounts);
        case OrderCommand.PlaceMarketOrder c -> touch(c.account(), c.market(), accounts);
        case OrderCommand.AmendOrder c -> touch(c.account(), c.market(), accounts);
        case OrderCommand.CancelOrder c -> touch(c.account(), c.market(), accounts);
        default -> -1;
      };
    }

    private static int touch(int account, int market, NavigableSet<Integer> accounts) {
      accounts.add(account);
      return market;
    }

    /// Returns whether the command is one of those that are tried, and did what it asks alone.
    boolean isSimple() {
      return (market >= 0 || request.command() instanceof DepositAsset)
          && events.stream()
              .noneMatch(event ->
                  event instanceof Event.CommandRefused || AnswerChecker.startsDueWork(event));
    }

    boolean isApartFrom(Step earlier) {
      return request.client() != earlier.request.client()
          && (market == -1 || market != earlier.market)
          && accounts.stream().noneMatch(earlier.accounts::contains);
    }

    /// Returns the number of the order that was accepted, or 0.
    long order() {
      return switch (events.get(1)) {
        case OrderEvent.LimitOrderAccepted e -> e.order();
        case OrderEvent.MarketOrderAccepted e -> e.order();
        case OrderEvent.OrderCanceled _ ->
            events.size() > 2 && events.get(2) instanceof OrderEvent.LimitOrderAccepted e
                ? e.order()
                : 0;
        default -> 0;
      };
    }
  }

  @Override
  public void after(Request request, LawRun run) {
    if (isOver) {
      return;
    }
    Step step = Step.of(request, run.events());
    boolean joins =
        step.isSimple()
            && group.size() < GROUP_MAX
            && run.view().custodyPolicy() != CustodyPolicy.OPT_IN
            && group.stream().allMatch(step::isApartFrom);
    if (joins) {
      group.add(step);
      return;
    }
    boolean isReversed = group.size() > 1;
    deliverGroup();
    deliver(step);
    if (isReversed && !isOver) {
      groups++;
      compare(VenuePicture.of(run.view()), VenuePicture.of(other.view()), numbers);
    }
  }

  /// Returns how many groups came the other way round and were compared.
  int groups() {
    return groups;
  }

  @Override
  public void end(LawRun run) {
    deliverGroup();
    if (!isOver) {
      compare(VenuePicture.of(run.view()), VenuePicture.of(other.view()), numbers);
    }
  }

  /// Lets the group come the other way round, with the numbers that its orders get by that.
  private void deliverGroup() {
    List<Long> orders = group.stream().map(Step::order).filter(order -> order > 0).toList();
    for (int i = 0; i < orders.size(); i++) {
      if (orders.size() > 1) {
        numbers.put(orders.get(i), orders.get(orders.size() - 1 - i));
      }
    }
    for (Step step : group.reversed()) {
      if (!isOver) {
        checkAccepted(step, deliver(step));
      }
    }
    group.clear();
  }

  private void checkAccepted(Step step, List<Event> events) {
    if (events.get(1) instanceof Event.CommandRefused refusal) {
      isOver =
          refusal.reason() == RefusalReason.BALANCE_OUT_OF_RANGE
              || (refusal.reason() == RefusalReason.INSUFFICIENT_FREE_COLLATERAL
                  && capsAllTogether(other.view()));
      BrokenLaw.unless(isOver, "in another order, " + step.request() + " is answered " + refusal);
    }
  }

  private static boolean capsAllTogether(VenueView view) {
    return IntStream.range(0, view.assetCount())
        .anyMatch(asset -> view.caps(asset).venueMax() < Long.MAX_VALUE);
  }

  private List<Event> deliver(Step step) {
    return isOver ? List.of() : other.apply(renumbered(step.request()));
  }

  private Request renumbered(Request request) {
    Command command =
        switch (request.command()) {
          case OrderCommand.CancelOrder c ->
              new OrderCommand.CancelOrder(c.account(), c.market(), number(c.order()));
          case OrderCommand.AmendOrder c ->
              new OrderCommand.AmendOrder(
                  c.account(),
                  c.market(),
                  number(c.order()),
                  c.priceTicks(),
                  c.quantityLots(),
                  c.clientOrder());
          default -> request.command();
        };
    return new Request(request.client(), request.clientSequence(), command);
  }

  private long number(long order) {
    return numbers.getOrDefault(order, order);
  }

  /// Compares a venue with one whose orders have other numbers.
  ///
  /// @param numbers of the orders that have another number there
  static void compare(VenuePicture here, VenuePicture there, SortedMap<Long, Long> numbers) {
    List<PicturedOrder> orders =
        here.orders().stream()
            .map(order -> renumbered(order, numbers))
            .sorted(Comparator.comparingLong(PicturedOrder::order))
            .toList();
    BrokenLaw.unlessEqual(orders, there.orders(), "orders after another order of arrival");
    BrokenLaw.unlessEqual(
        here.accounts(), there.accounts(), "accounts after another order of arrival");
    BrokenLaw.unlessEqual(
        here.positions(), there.positions(), "positions after another order of arrival");
    BrokenLaw.unlessEqual(here.own(), there.own(), "the venue's own after another order");
    BrokenLaw.unlessEqual(here.custody(), there.custody(), "custody after another order");
    BrokenLaw.unlessEqual(here.markets(), there.markets(), "markets after another order");
  }

  private static PicturedOrder renumbered(PicturedOrder o, SortedMap<Long, Long> numbers) {
    return new PicturedOrder(
        numbers.getOrDefault(o.order(), o.order()),
        o.market(),
        o.account(),
        o.side(),
        o.priceTicks(),
        o.leavesLots(),
        o.timeInForce(),
        o.clientOrder(),
        o.isReduceOnly());
  }
}
