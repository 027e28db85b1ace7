package org.plimsoll.venue;

import org.jspecify.annotations.Nullable;
import org.plimsoll.margin.PriceClamp;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// What of a price reaches margin: all of it, or while a clamp is set what [PriceClamp] lets
/// through. The clamp begins at the first sample after it is set, with the mark in force.
final class ClampedMark {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private @Nullable PriceClamp clamp;

  /// Returns the next mark.
  ///
  /// @param mark in force, 0 if there is none
  /// @param heard the price that it follows, 0 if there is none
  long next(boolean isSet, long clockNs, long mark, long heard) {
    if (!isSet || heard == 0) {
      clamp = null;
      return heard;
    }
    long millis = clockNs / NANOS_PER_MILLI;
    PriceClamp before = clamp == null ? PriceClamp.first(millis, mark == 0 ? heard : mark) : clamp;
    PriceClamp after = before.next(millis, heard);
    clamp = after;
    return after.priceE9();
  }

  void writeTo(StateSink sink) {
    PriceClamp is = clamp;
    sink.add(is == null ? 0 : 1);
    if (is != null) {
      sink.add(is.slot()).add(is.lowBeforeE9()).add(is.highBeforeE9());
      sink.add(is.lowE9()).add(is.highE9()).add(is.priceE9());
    }
  }

  void readFrom(StateSource source) {
    clamp =
        source.flag()
            ? new PriceClamp(
                source.number(),
                source.number(),
                source.number(),
                source.number(),
                source.number(),
                source.number())
            : null;
  }
}
