package org.plimsoll.server.keys;

/// A file of keys cannot be trusted, or no key can be added. Nothing has been changed.
public final class KeyRefusal extends Exception {
  private static final long serialVersionUID = 1;

  /// Creates one.
  ///
  /// @param why what is wrong and where, in a sentence
  public KeyRefusal(String why) {
    super(why);
  }
}
