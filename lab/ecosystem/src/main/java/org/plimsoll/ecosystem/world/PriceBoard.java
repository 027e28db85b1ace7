package org.plimsoll.ecosystem.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// At what price each instrument is valued now: for the venue's assets the venue's marks, for debts
/// par, for stakes their last round.
public final class PriceBoard {
  private final long[] pricesE9;
  private final List<PriceListener> listeners = new ArrayList<>();

  /// Hears of every change of a price.
  public interface PriceListener {
    /// Hears of a price that has just changed.
    ///
    /// @param beforeE9 the price until now, 0 where there was none
    void onPrice(int instrument, long beforeE9, long afterE9);
  }

  /// Creates a board without prices.
  public PriceBoard(int instruments) {
    pricesE9 = new long[instruments];
  }

  /// Adds somebody who hears of every change.
  public void listen(PriceListener listener) {
    listeners.add(listener);
  }

  /// Sets a price.
  ///
  /// @param priceE9 billionths of a whole unit of account for a whole unit, from 0
  public void set(int instrument, long priceE9) {
    long before = pricesE9[instrument];
    if (before != priceE9) {
      pricesE9[instrument] = priceE9;
      listeners.forEach(listener -> listener.onPrice(instrument, before, priceE9));
    }
  }

  /// Returns a price in billionths of a whole unit of account, 0 where there is none.
  public long priceE9(int instrument) {
    return pricesE9[instrument];
  }

  /// Tells every price.
  public void writeTo(StateSink sink) {
    sink.addSparse(pricesE9, pricesE9.length);
  }

  /// Takes over every price that was told; nobody hears anything.
  public void readFrom(StateSource source) {
    Arrays.fill(pricesE9, 0);
    source.sparse(pricesE9, pricesE9.length);
  }
}
