package org.plimsoll.cluster;

/// A node does not start, because its directory cannot be trusted or used. Nothing in it that
/// matters has been changed.
public final class NodeRefusal extends Exception {
  private static final long serialVersionUID = 1;

  /// Creates one.
  ///
  /// @param why what is wrong, in a sentence
  public NodeRefusal(String why) {
    super(why);
  }
}
