package org.plimsoll.venue;

/// What an account asks to pay of one asset and to receive of another: a part at once, and more if
/// what then rests in an order book fills; of that, what margin counts is never better than the
/// mark. One object, set anew for each question.
final class Exchange {
  private int paid;
  private int received;
  private long paidNow;
  private long receivedNow;
  private long paidInAll;
  private long receivedInAll;
  private long paidCounted;
  private long receivedCounted;

  Exchange between(int paid, int received) {
    this.paid = paid;
    this.received = received;
    return this;
  }

  Exchange now(long paidAmount, long receivedAmount) {
    paidNow = paidAmount;
    receivedNow = receivedAmount;
    return this;
  }

  Exchange inAll(long paidAmount, long receivedAmount) {
    paidInAll = paidAmount;
    receivedInAll = receivedAmount;
    return this;
  }

  Exchange counted(long paidAmount, long receivedAmount) {
    paidCounted = paidAmount;
    receivedCounted = receivedAmount;
    return this;
  }

  int paid() {
    return paid;
  }

  int received() {
    return received;
  }

  long paidInAll() {
    return paidInAll;
  }

  long receivedInAll() {
    return receivedInAll;
  }

  /// Returns the change of a balance that margin counts: at once, or with what rests filled as
  /// well.
  long countedChange(int asset, boolean inAll) {
    long change = 0;
    if (asset == paid) {
      change -= inAll ? paidCounted : paidNow;
    }
    if (asset == received) {
      change += inAll ? receivedCounted : receivedNow;
    }
    return change;
  }
}
