package org.plimsoll.server.keys;

import java.security.SecureRandom;
import java.util.Arrays;

/// Draws 1, 1, 1, ... the first time, 2, 2, 2, ... the second, and so on.
final class CountingRandom extends SecureRandom {
  private static final long serialVersionUID = 1;

  private byte next;

  @Override
  public void nextBytes(byte[] bytes) {
    next++;
    Arrays.fill(bytes, next);
  }
}
