package org.plimsoll.trials.host;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.plimsoll.host.Host;
import org.plimsoll.host.HostClock;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.StateHash;

/// A clock that shows what it is set to, and knows which ticks a host has made of it.
final class TrialClock implements HostClock {
  private final long seed;
  private final Deque<AdvanceTime> untold = new ArrayDeque<>();
  private long drawn;
  private long nowNs;
  private boolean isTicking;

  TrialClock(long seed) {
    this.seed = seed;
  }

  void set(long newNs) {
    nowNs = newNs;
  }

  /// From now on every draw is for a tick, or for something else.
  void setTicking(boolean ticking) {
    isTicking = ticking;
  }

  @Override
  public long nowNs() {
    return nowNs;
  }

  @Override
  public long entropy() {
    long entropy = new StateHash().add(seed).add(drawn++).value();
    if (isTicking) {
      untold.add(new AdvanceTime(nowNs, entropy));
    }
    return entropy;
  }

  /// Returns the bytes of the oldest tick that was not told, if it has this place in history; empty
  /// if there is none.
  byte[] oldest(long sequence) {
    AdvanceTime tick = untold.peek();
    return tick == null ? new byte[0] : encoded(new Request(Host.CLIENT, sequence, tick));
  }

  void told() {
    untold.remove();
  }

  void forget() {
    untold.clear();
  }

  static byte[] encoded(Request request) {
    CommandEncoder encoder = new CommandEncoder();
    request.deliverTo(encoder);
    return Arrays.copyOf(encoder.bytes(), encoder.length());
  }
}
