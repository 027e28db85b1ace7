package org.plimsoll.cli;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Long work that can give what it has by now: while one is open, Ctrl-C asks it to end instead of
/// ending the process at once.
final class EarlyEnd implements AutoCloseable {
  private static final Set<EarlyEnd> OPEN = ConcurrentHashMap.newKeySet();

  private final boolean isService;
  private volatile boolean asked;

  private EarlyEnd(boolean isService) {
    this.isService = isService;
  }

  /// Begins such work.
  static EarlyEnd begin() {
    return begin(false);
  }

  /// Begins work that has no other end than to be asked for it, so that a stop is not early.
  static EarlyEnd service() {
    return begin(true);
  }

  private static EarlyEnd begin(boolean isService) {
    EarlyEnd work = new EarlyEnd(isService);
    OPEN.add(work);
    return work;
  }

  /// Returns whether a service is open.
  static boolean isService() {
    return OPEN.stream().anyMatch(work -> work.isService);
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
