package org.plimsoll.venue;

import org.plimsoll.protocol.RefusalReason;

/// Told what was refused that no command asked for.
interface RefusalListener {
  void onRefused(RefusalReason reason, long required, long available);
}
