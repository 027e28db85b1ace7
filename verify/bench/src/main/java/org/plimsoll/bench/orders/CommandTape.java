package org.plimsoll.bench.orders;

import java.util.Arrays;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// The commands of a stream as the bytes that a venue reads, each from a client of its own account.
///
/// A venue numbers the orders that it accepts, and an amended order gets a new number. As it
/// accepts every command of a stream, the numbers are known before it runs.
final class CommandTape {
  private final CommandEncoder encoder = new CommandEncoder();
  private final int[] offsets;
  private final int[] streamOrders;
  private final long[] venueOrders;
  private byte[] bytes = new byte[1 << 16];
  private int length;
  private final int firstOrder;
  private int lastOrder;

  private CommandTape(OrderStream stream, int lastOrder) {
    this.firstOrder = lastOrder;
    this.lastOrder = lastOrder;
    offsets = new int[stream.count() + 1];
    streamOrders = new int[stream.count() + 1];
    venueOrders = new long[stream.count() + 1];
  }

  /// Records a stream for a market.
  ///
  /// @param lastOrder the number of the last order that the venue has had before
  static CommandTape of(OrderStream stream, int market, int lastOrder) {
    CommandTape tape = new CommandTape(stream, lastOrder);
    for (int i = 0; i < stream.count(); i++) {
      tape.encoder.begin(stream.account(i), VenueFloor.SEQUENCES + i);
      tape.encode(stream, i, market);
      tape.append();
      tape.offsets[i + 1] = tape.length;
    }
    return tape;
  }

  byte[] bytes() {
    return bytes;
  }

  /// Returns where the bytes of a command begin; those of the one before it end there.
  int offset(int command) {
    return offsets[command];
  }

  /// Returns how a stream calls the order that a venue knows by a number.
  int streamOrder(long venueOrder) {
    return streamOrders[(int) venueOrder - firstOrder];
  }

  private void encode(OrderStream stream, int i, int market) {
    int account = stream.account(i);
    long before = venueOrders[stream.order(i)];
    switch (stream.kind(i)) {
      case OrderStream.PLACE -> place(stream, i, market, TimeInForce.GOOD_TILL_CANCELED);
      case OrderStream.IMMEDIATE -> place(stream, i, market, TimeInForce.IMMEDIATE_OR_CANCEL);
      case OrderStream.CANCEL -> encoder.onCancelOrder(account, market, before);
      case OrderStream.REDUCE -> {
        number(stream.order(i));
        encoder.onAmendOrder(account, market, before, 0, stream.left(i), 0);
      }
      default -> {
        number(stream.order(i));
        encoder.onAmendOrder(account, market, before, stream.price(i), 0, 0);
      }
    }
  }

  private void place(OrderStream stream, int i, int market, TimeInForce timeInForce) {
    number(stream.order(i));
    encoder.onPlaceLimitOrder(
        stream.account(i),
        market,
        stream.buys(i) ? Side.BUY : Side.SELL,
        stream.price(i),
        stream.size(i),
        timeInForce,
        0,
        false);
  }

  private void number(int streamOrder) {
    lastOrder++;
    streamOrders[lastOrder - firstOrder] = streamOrder;
    venueOrders[streamOrder] = lastOrder;
  }

  private void append() {
    if (length + encoder.length() > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    System.arraycopy(encoder.bytes(), 0, bytes, length, encoder.length());
    length += encoder.length();
  }
}
