package org.plimsoll.host;

/// A host does not start, because what is in its directory cannot be trusted or used. Nothing in
/// the directory has been changed.
public final class HostRefusal extends Exception {
  private static final long serialVersionUID = 1;

  /// Creates one.
  ///
  /// @param why what is wrong, in a sentence
  public HostRefusal(String why) {
    super(why);
  }
}
