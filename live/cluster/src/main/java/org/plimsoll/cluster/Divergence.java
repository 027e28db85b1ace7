package org.plimsoll.cluster;

/// A node's state is not that of the others, so it must answer nobody any more.
final class Divergence extends RuntimeException {
  private static final long serialVersionUID = 1;

  Divergence(String why) {
    super(why);
  }
}
