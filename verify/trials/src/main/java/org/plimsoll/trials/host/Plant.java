package org.plimsoll.trials.host;

import org.plimsoll.host.HostListener;
import org.plimsoll.journal.Storage;

/// A place to put a fault between a host and its world, to show that trials find it.
public interface Plant {
  /// The storage as the host shall have it.
  default Storage storage(Storage real) {
    return real;
  }

  /// The listener as the host shall have it.
  default HostListener listener(HostListener real) {
    return real;
  }
}
