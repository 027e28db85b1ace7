package org.plimsoll.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.CommandRefused;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.OrderCommand.AmendOrder;
import org.plimsoll.protocol.OrderEvent.OrderCanceled;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Request;
import org.plimsoll.protocol.Sides;
import org.plimsoll.protocol.TradingCommand;
import org.plimsoll.venue.RestingOrder;
import org.plimsoll.venue.VenueView;

/// What canceling and amending promise.
final class OrderLaws {
  private OrderLaws() {}

  /// An amendment passes the gates that a cancellation and a new order pass one after the other,
  /// does what they do, and is refused for the reason for which they are; then nothing has changed.
  static final class Amending implements RunWatch {
    private Optional<OrderCommand.PlaceLimitOrder> place = Optional.empty();
    private List<String> before = List.of();

    @Override
    public void before(Request request, LawRun run) {
      if (request.command() instanceof AmendOrder amend) {
        place = placeOf(amend, run.view());
        before = orders(run.view());
      }
    }

    @Override
    public void after(Request request, LawRun run) {
      if (request.command() instanceof AmendOrder amend) {
        List<Event> events = run.events();
        boolean hasDueWork = events.stream().anyMatch(AnswerChecker::startsDueWork);
        if (place.isPresent() && !isRepeated(events) && !hasDueWork) {
          List<Request> past = run.history().subList(0, run.history().size() - 1);
          BrokenLaw.unlessEqual(
              answer(cancelAndPlace(past, request, amend, place.get())),
              answer(events),
              "answer to " + amend);
        }
        if (refusal(events).isPresent() && !hasDueWork) {
          BrokenLaw.unlessEqual(before, orders(run.view()), "orders after " + amend);
        }
      }
    }
  }

  /// When every account has canceled everything nothing rests and nothing is reserved.
  static void cancelingAllReservesNothing(List<Request> history) {
    VenueLaws.Live live = new VenueLaws.Live();
    history.forEach(live::apply);
    VenueView view = live.venue.view();
    long next =
        1 + history.stream().mapToLong(Request::clientSequence).filter(s -> s > 0).max().orElse(0);
    for (int turn = 0; history.size() > turn && hasDueWork(live, next + turn); turn++) {
      BrokenLaw.unless(turn < history.size() - 1, "work that is due does not end");
    }
    next += history.size();
    for (int account = 0; account < view.accounts().size(); account++) {
      TradingCommand all = new TradingCommand.CancelAllOrders(account, -1, Sides.BOTH);
      live.apply(new Request(0, next + account, all));
      BrokenLaw.unlessEqual(0, view.openOrderCount(account), "orders of account " + account);
      for (int asset = 0; asset < view.assetCount(); asset++) {
        BrokenLaw.unlessEqual(
            0L,
            view.ordersWouldBring(account, asset) + view.ordersWouldTake(account, asset),
            "reserved for account " + account);
      }
    }
    for (int market = 0; market < view.markets().size(); market++) {
      view.forEachOrder(
          market,
          (order, _, _, _, _) -> BrokenLaw.unless(false, "order " + order + " still rests"));
    }
  }

  /// Lets work that is due go on after a command that does nothing.
  private static boolean hasDueWork(VenueLaws.Live live, long sequence) {
    TradingCommand nothing = new TradingCommand.CancelTrigger(-1, 0);
    return live.apply(new Request(0, sequence, nothing)).stream()
        .anyMatch(AnswerChecker::startsDueWork);
  }

  private static List<Event> cancelAndPlace(
      List<Request> past, Request request, AmendOrder amend, OrderCommand.PlaceLimitOrder place) {
    VenueLaws.Live other = new VenueLaws.Live();
    past.forEach(other::apply);
    OrderCommand cancel =
        new OrderCommand.CancelOrder(amend.account(), amend.market(), amend.order());
    List<Event> events =
        new ArrayList<>(
            other.apply(new Request(request.client(), request.clientSequence(), cancel)));
    if (refusal(events).isEmpty()) {
      events.addAll(
          other.apply(new Request(request.client(), request.clientSequence() + 1, place)));
    }
    return events;
  }

  /// Returns a refusal alone, else all that is done, whatever the canceling is called.
  private static List<Event> answer(List<Event> events) {
    Optional<Event> refusal = refusal(events);
    return refusal.isPresent()
        ? List.of(refusal.get())
        : events.stream()
            .filter(event -> !(event instanceof Event.CommandSequenced))
            .filter(event -> !(event instanceof OrderCanceled))
            .toList();
  }

  private static Optional<Event> refusal(List<Event> events) {
    return events.stream().filter(CommandRefused.class::isInstance).findFirst();
  }

  private static boolean isRepeated(List<Event> events) {
    return events.stream()
        .anyMatch(event ->
            event instanceof CommandRefused refused
                && (refused.reason() == RefusalReason.DUPLICATE_COMMAND
                    || refused.reason() == RefusalReason.UNKNOWN_CLIENT));
  }

  /// Returns the order that an amendment asks for; empty if it is about no order that rests.
  private static Optional<OrderCommand.PlaceLimitOrder> placeOf(AmendOrder c, VenueView view) {
    return view.order(c.order())
        .filter(order -> order.market() == c.market())
        .map(order -> place(c, order));
  }

  private static OrderCommand.PlaceLimitOrder place(AmendOrder c, RestingOrder order) {
    return new OrderCommand.PlaceLimitOrder(
        c.account(),
        c.market(),
        order.side(),
        c.priceTicks() == 0 ? order.priceTicks() : c.priceTicks(),
        c.quantityLots() == 0 ? order.leavesLots() : c.quantityLots(),
        order.timeInForce(),
        c.clientOrder() == 0 ? order.clientOrder() : c.clientOrder(),
        order.isReduceOnly());
  }

  private static List<String> orders(VenueView view) {
    List<String> orders = new ArrayList<>();
    for (int market = 0; market < view.markets().size(); market++) {
      view.forEachOrder(
          market,
          (order, account, side, priceTicks, leavesLots) ->
              orders.add(order + " " + account + side + priceTicks + " " + leavesLots));
    }
    return orders;
  }
}
