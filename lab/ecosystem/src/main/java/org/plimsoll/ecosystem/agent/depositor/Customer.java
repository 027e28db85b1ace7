package org.plimsoll.ecosystem.agent.depositor;

import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// One account of a cohort, and what is its own: how large, how doubtful, on which side.
final class Customer {
  final Terminal terminal;

  /// Share of the cohort's arrivals.
  final double weight;

  /// How far from the middle of what the cohort believes, -1 to 1; below 0 for the doubtful.
  final double doubt;

  /// The side of a perpetual position.
  final Side side;

  /// What the cohort had brought when this one last brought its share.
  double seen;

  /// Whether it has lost its trust.
  boolean hasLeft;

  /// When it last looked after its business.
  long visitedNs;

  Customer(Terminal terminal, double weight, double doubt, Side side) {
    this.terminal = terminal;
    this.weight = weight;
    this.doubt = doubt;
    this.side = side;
  }

  void writeTo(StateSink sink) {
    sink.add(Double.doubleToRawLongBits(seen)).add(hasLeft ? 1 : 0).add(visitedNs);
  }

  void readFrom(StateSource source) {
    seen = Double.longBitsToDouble(source.number());
    hasLeft = source.flag();
    visitedNs = source.number();
  }
}
