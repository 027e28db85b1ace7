package org.plimsoll.ecosystem.audit;

import java.math.BigInteger;
import java.util.Arrays;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// How much of one thing each party has, and what its price has brought him. Between two changes of
/// an amount what prices bring is that amount times the whole move, so a price that moves costs
/// nothing until somebody's amount does, and nothing is rounded.
///
/// Values are in the finest unit: a billionth of a billionth of a whole unit of account.
final class Holding {
  private final String name;
  private final long scale;
  private final WideProduct product = new WideProduct();
  private final WideTable gains = new WideTable();
  private long[] amounts = new long[16];
  private long[] seenPrices = new long[16];
  private long price;

  /// Creates a thing that nobody has.
  ///
  /// @param scale finest units of value in one unit of amount at a price of 1
  Holding(String name, long scale) {
    this.name = name;
    this.scale = scale;
  }

  String name() {
    return name;
  }

  long price() {
    return price;
  }

  void setPrice(long price) {
    this.price = price;
  }

  void add(int party, long change) {
    catchUp(party);
    amounts[party] = Math.addExact(amounts[party], change);
  }

  /// Lets `value` become what an amount is worth now.
  void value(long amount, WideProduct value) {
    value.set(amount, price, scale);
  }

  /// Returns what prices have brought a party so far.
  BigInteger gain(int party) {
    catchUp(party);
    return gains.get(party);
  }

  void writeTo(StateSink sink, int parties) {
    reach(parties);
    for (int party = 0; party < parties; party++) {
      catchUp(party);
    }
    sink.add(price).addSparse(amounts, parties);
    gains.writeTo(sink, parties);
  }

  void readFrom(StateSource source, int parties) {
    price = source.number();
    reach(parties);
    Arrays.fill(amounts, 0);
    source.sparse(amounts, parties);
    Arrays.fill(seenPrices, price);
    gains.readFrom(source, parties);
  }

  private void reach(int party) {
    if (party >= amounts.length) {
      amounts = Arrays.copyOf(amounts, party * 2);
      seenPrices = Arrays.copyOf(seenPrices, party * 2);
    }
  }

  private void catchUp(int party) {
    reach(party);
    long seen = seenPrices[party];
    if (seen != price) {
      seenPrices[party] = price;
      if (amounts[party] != 0) {
        product.set(amounts[party], price - seen, scale);
        gains.add(party, product);
      }
    }
  }
}
