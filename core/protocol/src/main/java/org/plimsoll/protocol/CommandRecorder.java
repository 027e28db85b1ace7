package org.plimsoll.protocol;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Keeps the commands it is given as records: calls in, records out.
public final class CommandRecorder implements CommandHandler {
  private final List<Request> requests = new ArrayList<>();
  private int client;
  private long clientSequence;

  /// Returns the commands kept so far, in order.
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public boolean begin(int client, long clientSequence) {
    this.client = client;
    this.clientSequence = clientSequence;
    return true;
  }

  @Override
  public void onDesk(DeskCommand command) {
    keep(command);
  }

  @Override
  public void onPlaceLimitOrder(
      int account,
      int market,
      Side side,
      long priceTicks,
      long quantityLots,
      TimeInForce timeInForce,
      long clientOrder,
      boolean isReduceOnly) {
    keep(
        new OrderCommand.PlaceLimitOrder(
            account,
            market,
            side,
            priceTicks,
            quantityLots,
            timeInForce,
            clientOrder,
            isReduceOnly));
  }

  @Override
  public void onPlaceMarketOrder(
      int account,
      int market,
      Side side,
      long quantityLots,
      long clientOrder,
      boolean isReduceOnly) {
    keep(
        new OrderCommand.PlaceMarketOrder(
            account, market, side, quantityLots, clientOrder, isReduceOnly));
  }

  @Override
  public void onCancelOrder(int account, int market, long order) {
    keep(new OrderCommand.CancelOrder(account, market, order));
  }

  @Override
  public void onCancelClientOrder(int account, long clientOrder) {
    keep(new OrderCommand.CancelClientOrder(account, clientOrder));
  }

  @Override
  public void onAmendOrder(
      int account, int market, long order, long priceTicks, long quantityLots, long clientOrder) {
    keep(
        new OrderCommand.AmendOrder(account, market, order, priceTicks, quantityLots, clientOrder));
  }

  @Override
  public void end() {
    // every command was kept as it came
  }

  private void keep(Command command) {
    requests.add(new Request(client, clientSequence, command));
  }
}
