package org.plimsoll.ecosystem.kernel;

/// What one agent may ask of the calendar: the time, and to be woken.
public final class Alarm {
  private final Calendar calendar;
  private final int agent;

  Alarm(Calendar calendar, int agent) {
    this.calendar = calendar;
    this.agent = agent;
  }

  /// Returns the present instant in nanoseconds since 1970.
  public long nowNs() {
    return calendar.nowNs();
  }

  /// Wakes the agent at an instant, now or later, as often as it is asked for.
  ///
  /// @throws IllegalArgumentException if the instant has passed
  public void at(long timeNs) {
    calendar.add(timeNs, agent);
  }
}
