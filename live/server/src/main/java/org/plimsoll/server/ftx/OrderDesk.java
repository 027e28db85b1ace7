package org.plimsoll.server.ftx;

import java.util.Optional;
import java.util.OptionalLong;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.CommandRefused;
import org.plimsoll.protocol.OrderCommand.AmendOrder;
import org.plimsoll.protocol.OrderCommand.CancelOrder;
import org.plimsoll.protocol.OrderEvent.LimitOrderAccepted;
import org.plimsoll.protocol.OrderEvent.MarketOrderAccepted;
import org.plimsoll.protocol.OrderText;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TradingCommand.NoteClientOrder;
import org.plimsoll.server.exchange.Answer;
import org.plimsoll.server.exchange.ClientNames;
import org.plimsoll.server.exchange.Happening;
import org.plimsoll.server.store.Kept;
import org.plimsoll.server.store.Kept.OrderStatus;
import org.plimsoll.units.TimeInForce;
import org.plimsoll.venue.RestingOrder;

/// Sends orders to the venue, and says in this dialect's words what becomes of them.
final class OrderDesk {
  /// To the band, to the position, and to the position once more if it has changed meanwhile.
  private static final int CUTS_MAX = 3;

  private final Floor floor;
  private final History history;

  OrderDesk(Floor floor, History history) {
    this.floor = floor;
    this.history = history;
  }

  /// Places an order, and returns it as it was accepted.
  ///
  /// As the old exchange did, a limit beyond the price band is moved to the band where that is
  /// better for who sent it, and a reduce-only order is cut to what it can close; the venue's
  /// refusal says where that is.
  Kept.Order place(int account, OrderTerms terms, Optional<String> clientId) {
    long clientOrder = note(account, clientId);
    OrderTerms sent = terms;
    Answer answer = floor.attempt(sent.command(account, clientOrder));
    for (int i = 0; i < CUTS_MAX; i++) {
      Optional<OrderTerms> cut =
          answer instanceof Answer.Refused(_, CommandRefused why)
              ? sent.cut(why)
              : Optional.empty();
      if (cut.isEmpty()) {
        break;
      }
      sent = cut.get();
      answer = floor.attempt(sent.command(account, clientOrder));
    }
    return accepted(Floor.done(answer), clientId);
  }

  /// Amends an order that rests, and returns the one in its place as it was accepted.
  ///
  /// @param ticks 0 for the price it has
  /// @param lots 0 for what it has left
  Kept.Order amend(RestingOrder order, long ticks, long lots, Optional<String> clientId) {
    long clientOrder = note(order.account(), clientId);
    Answer answer =
        floor.attempt(
            new AmendOrder(
                order.account(), order.market(), order.order(), ticks, lots, clientOrder));
    requireOpen(answer, order.account(), order.order());
    Happening happening = Floor.done(answer);
    Optional<String> name =
        clientId.isPresent() || order.clientOrder() == 0
            ? clientId
            : history.ask(store -> store.order(order.order())).flatMap(Kept.Order::clientText);
    return accepted(happening, name);
  }

  /// Cancels an order.
  void cancel(int account, long id) {
    RestingOrder order = resting(account, id);
    Answer answer = floor.attempt(new CancelOrder(account, order.market(), id));
    requireOpen(answer, account, id);
    Floor.done(answer);
  }

  /// Returns an order that rests.
  ///
  /// @throws FtxError if it does not any more, or never was the account's
  RestingOrder resting(int account, long id) {
    return floor
        .ask(view -> view.order(id))
        .filter(order -> order.account() == account)
        .orElseThrow(() -> gone(account, id));
  }

  /// Returns why an order cannot be changed that does not rest.
  FtxError gone(int account, long id) {
    Optional<Kept.Order> kept = history.ask(store -> store.order(id));
    return kept.isPresent() && kept.get().account() == account
        ? new FtxError(400, "Order already closed")
        : new FtxError(404, "Order not found");
  }

  private void requireOpen(Answer answer, int account, long id) {
    if (answer instanceof Answer.Refused(_, CommandRefused refused)
        && refused.reason() == RefusalReason.UNKNOWN_ORDER) {
      throw gone(account, id);
    }
  }

  /// Writes a client's text into history, and returns the number that stands for it; 0 without one.
  private long note(int account, Optional<String> clientId) {
    if (clientId.isEmpty()) {
      return 0;
    }
    long number = ClientNames.number(account, clientId.get());
    floor.send(new NoteClientOrder(account, number, text(clientId.get())));
    return number;
  }

  /// Returns a text that the venue can keep.
  static OrderText text(String clientId) {
    return ClientNames.text(clientId).orElseThrow(() -> FtxError.invalid("clientId"));
  }

  private Kept.Order accepted(Happening happening, Optional<String> clientId) {
    for (Event event : happening.events()) {
      switch (event) {
        case LimitOrderAccepted e -> {
          return accepted(e, false, clientId);
        }
        case MarketOrderAccepted e -> {
          return accepted(asLimit(e), true, clientId);
        }
        default -> {}
      }
    }
    throw new IllegalStateException("an order was accepted without a word");
  }

  private static LimitOrderAccepted asLimit(MarketOrderAccepted e) {
    return new LimitOrderAccepted(
        e.order(),
        e.account(),
        e.market(),
        e.side(),
        0,
        e.quantityLots(),
        TimeInForce.IMMEDIATE_OR_CANCEL,
        e.clientOrder(),
        e.isReduceOnly());
  }

  private Kept.Order accepted(LimitOrderAccepted e, boolean isMarket, Optional<String> clientId) {
    return new Kept.Order(
        e.order(),
        e.account(),
        e.market(),
        e.side(),
        isMarket,
        e.priceTicks(),
        e.quantityLots(),
        e.timeInForce(),
        e.isReduceOnly(),
        e.clientOrder(),
        clientId,
        false,
        floor.clockNs(),
        0,
        0,
        OrderStatus.OPEN,
        OptionalLong.empty(),
        Optional.empty());
  }
}
