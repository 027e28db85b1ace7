package org.plimsoll.ecosystem.audit;

/// A product of three numbers in 128 bits, which is what a value is before anything is rounded.
final class WideProduct {
  private long high;
  private long low;

  /// Becomes `amount * price * scale`.
  ///
  /// @param scale positive
  /// @throws ArithmeticException if it does not fit 128 bits
  void set(long amount, long price, long scale) {
    long upper = Math.multiplyHigh(amount, price);
    long lower = amount * price;
    long carry = Math.unsignedMultiplyHigh(lower, scale);
    high = Math.addExact(Math.multiplyExact(upper, scale), carry);
    low = lower * scale;
  }

  long high() {
    return high;
  }

  long low() {
    return low;
  }
}
