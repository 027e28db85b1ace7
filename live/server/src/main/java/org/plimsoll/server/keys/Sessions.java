package org.plimsoll.server.keys;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// What goes on under keys, and how it ends when they are revoked. Any thread may call it.
final class Sessions {
  private final Map<Integer, Set<Runnable>> open = new HashMap<>();

  synchronized void add(int key, Runnable end) {
    open.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(end);
  }

  synchronized void remove(int key, Runnable end) {
    Set<Runnable> ends = open.get(key);
    if (ends != null && ends.remove(end) && ends.isEmpty()) {
      open.remove(key);
    }
  }

  /// Ends all that go on under a key.
  void end(int key) {
    taken(key).forEach(Runnable::run);
  }

  private synchronized Set<Runnable> taken(int key) {
    Set<Runnable> ends = open.remove(key);
    return ends == null ? Set.of() : ends;
  }
}
