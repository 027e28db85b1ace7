package org.plimsoll.server.store;

/// The store cannot be used, or not for this question. The venue goes on without it.
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Fault fault;

  StoreException(Fault fault, String sentence) {
    super(sentence);
    this.fault = fault;
  }

  StoreException(Fault fault, String sentence, Throwable cause) {
    super(sentence, cause);
    this.fault = fault;
  }

  /// Returns what is wrong.
  public Fault fault() {
    return fault;
  }

  /// What can be wrong with a store.
  public enum Fault {
    /// It cannot be opened.
    UNREACHABLE,
    /// A later version of the program has made it.
    TOO_NEW,
    /// It takes no more history in; [Store#status] says why. What it has may be out of date.
    STOPPED,
    /// It did not get as far as was asked for within the time given.
    BEHIND,
    /// It did not answer this question.
    UNREADABLE
  }
}
