package org.plimsoll.ecosystem.kernel;

import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Somebody who acts in simulated time: wakes up, looks at the feeds he was given, sends commands
/// or pays, and says when to be woken next.
///
/// All that an agent remembers is told by [#writeTo], so that a simulation can be kept and gone on
/// with; what it was created with is not.
public interface Agent {
  /// Returns what people call it; no two agents of a simulation have the same name.
  String name();

  /// Acts for the first time, when the simulation starts. Whoever wants to be woken asks his
  /// [Alarm].
  void start();

  /// Acts at an instant for which it had asked to be woken.
  void wake(long nowNs);

  /// Tells everything that it remembers.
  void writeTo(StateSink sink);

  /// Remembers what [#writeTo] told.
  void readFrom(StateSource source);
}
