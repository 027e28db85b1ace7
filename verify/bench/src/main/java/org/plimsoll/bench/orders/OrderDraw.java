package org.plimsoll.bench.orders;

/// Which of the resting orders is canceled, reduced or moved next.
public enum OrderDraw {
  /// Any, each as likely as every other: in a deep book the one drawn was last touched long ago, so
  /// nothing of it is near the processor any more. No market is like that; it is the worst case.
  UNIFORM,
  /// Nine times in ten one that came or was changed lately, about a thousand such ago on average;
  /// else any. So quotes are kept up in a market, while orders far from the price stay.
  MOSTLY_YOUNG
}
