package org.plimsoll.protocol;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Reads events from the bytes that an [EventEncoder] wrote: bytes in, records out.
public final class EventDecoder {
  private static final Side[] SIDES = Side.values();
  private static final TimeInForce[] TIMES_IN_FORCE = TimeInForce.values();
  private static final CancelCause[] CANCEL_CAUSES = CancelCause.values();

  private final ByteReader in = new ByteReader();

  /// What a stretch of bytes held.
  ///
  /// @param result [DecodeResult#OK], or what was wrong with the event after those in the list
  /// @param events the events read, in order
  public record Decoded(DecodeResult result, List<Event> events) {}

  /// Reads every event in `length` bytes of `source` from `offset`.
  public Decoded decode(byte[] source, int offset, int length) {
    List<Event> events = new ArrayList<>();
    in.wrap(source, offset, length);
    while (!in.isComplete()) {
      int schema = in.int8();
      if (in.isValid() && schema != Template.SCHEMA_VERSION) {
        return new Decoded(DecodeResult.UNKNOWN_SCHEMA, List.copyOf(events));
      }
      int template = in.int8();
      Event event = in.isValid() ? event(template) : null;
      if (!in.isValid()) {
        return new Decoded(DecodeResult.MALFORMED, List.copyOf(events));
      }
      if (event == null) {
        return new Decoded(DecodeResult.UNKNOWN_TEMPLATE, List.copyOf(events));
      }
      events.add(event);
    }
    return new Decoded(DecodeResult.OK, List.copyOf(events));
  }

  private @Nullable Event event(int template) {
    return switch (template) {
      case Template.COMMAND_SEQUENCED ->
          new Event.CommandSequenced(in.int64(), in.int32(), in.int64());
      case Template.COMMAND_REFUSED ->
          new Event.CommandRefused(refusalReason(), in.int64(), in.int64());
      case Template.COMMAND_APPLIED -> commandApplied();
      case Template.TRANSFER_POSTED ->
          new Event.TransferPosted(cause(), in.int32(), address(), address(), in.int64());
      case Template.LIMIT_ORDER_ACCEPTED ->
          new OrderEvent.LimitOrderAccepted(
              in.int64(),
              in.int32(),
              in.int32(),
              in.oneOf(SIDES),
              in.int64(),
              in.int64(),
              in.oneOf(TIMES_IN_FORCE),
              in.int64(),
              in.flag());
      case Template.MARKET_ORDER_ACCEPTED ->
          new OrderEvent.MarketOrderAccepted(
              in.int64(),
              in.int32(),
              in.int32(),
              in.oneOf(SIDES),
              in.int64(),
              in.int64(),
              in.flag());
      case Template.TRADE_EXECUTED -> tradeExecuted();
      case Template.ORDER_CANCELED ->
          new OrderEvent.OrderCanceled(
              in.int64(), in.int32(), in.int32(), in.int64(), in.oneOf(CANCEL_CAUSES));
      default -> desk(template);
    };
  }

  private Event.@Nullable CommandApplied commandApplied() {
    RecordLayout layout = RecordTemplates.command(in.int8());
    return layout == null ? null : new Event.CommandApplied((DeskCommand) layout.read(in));
  }

  private @Nullable DeskEvent desk(int template) {
    RecordLayout layout = RecordTemplates.event(template);
    return layout == null ? null : (DeskEvent) layout.read(in);
  }

  private OrderEvent.TradeExecuted tradeExecuted() {
    return new OrderEvent.TradeExecuted(
        in.int32(),
        in.int64(),
        in.int64(),
        in.int32(),
        in.int32(),
        in.oneOf(SIDES),
        in.int64(),
        in.int64());
  }

  private int address() {
    int address = in.int32();
    return LedgerAccount.isAddress(address) ? address : in.invalid(0);
  }

  private RefusalReason refusalReason() {
    int code = in.int8();
    for (RefusalReason reason : RefusalReason.values()) {
      if (reason.code() == code) {
        return reason;
      }
    }
    return in.invalid(RefusalReason.DUPLICATE_COMMAND);
  }

  private Cause cause() {
    int code = in.int8();
    for (Cause cause : Cause.values()) {
      if (cause.code() == code) {
        return cause;
      }
    }
    return in.invalid(Cause.DEPOSIT);
  }
}
