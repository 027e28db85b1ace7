package org.plimsoll.ecosystem;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldListener;

/// Passes each transfer on to all who listen.
final class WorldTransfers implements WorldListener {
  private final List<WorldListener> listeners = new ArrayList<>();

  void add(WorldListener listener) {
    listeners.add(listener);
  }

  @Override
  public void onTransfer(WorldCause cause, int instrument, int from, int to, long amount) {
    for (int i = 0; i < listeners.size(); i++) {
      listeners.get(i).onTransfer(cause, instrument, from, to, amount);
    }
  }
}
