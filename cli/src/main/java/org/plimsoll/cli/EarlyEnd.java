package org.plimsoll.cli;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Long work that can give what it has by now: while one is open, Ctrl-C asks it to end instead of
/// ending the process at once.
final class EarlyEnd implements AutoCloseable {
  private static final Set<EarlyEnd> OPEN = ConcurrentHashMap.newKeySet();

  private volatile boolean asked;

  private EarlyEnd() {}

  /// Begins such work.
  static EarlyEnd begin() {
    EarlyEnd work = new EarlyEnd();
    OPEN.add(work);
    return work;
  }

  /// Asks all such work to end.
  ///
  /// @return whether there is any
  static boolean ask() {
    boolean any = false;
    for (EarlyEnd work : OPEN) {
      work.asked = true;
      any = true;
    }
    return any;
  }

  /// Returns whether the work was asked to end.
  boolean isAsked() {
    return asked;
  }

  /// From here on a stop ends the process at once again.
  @Override
  public void close() {
    OPEN.remove(this);
  }
}
