package org.plimsoll.ecosystem.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.ecosystem.Ticks;
import org.plimsoll.ecosystem.Ticks.Stretch;
import org.plimsoll.text.bind.Says;

/// How often prices move, in either profile.
///
/// @param windows stretches of time with closer ticks
/// @param aroundEvents closer ticks so long before and after every event
@Says("a plan of ticks")
public record TickPlan(
    @Says("The profile for many runs.") Step coarse,
    @Says("The profile for one.") Step full,
    @Says("Stretches of time in which ticks are closer.") List<Window> windows,
    @Says("Ticks are closer so long before and after every event, too.")
        Optional<Duration> aroundEvents) {
  /// A profile.
  public enum Profile {
    /// For many runs.
    COARSE,
    /// For one.
    FULL
  }

  /// From one tick to the next.
  @Says("the steps of a profile")
  public record Step(
      @Says("From one tick to the next.") Duration step,
      @Says("The same in windows; as outside where nothing is said.")
          Optional<Duration> inWindows) {}

  /// A stretch of time.
  @Says("a window")
  public record Window(
      @Says("When it begins.") Instant from, @Says("When it ends.") Instant until) {
    /// Checks the order.
    public Window {
      if (!from.isBefore(until)) {
        throw new IllegalArgumentException("`until` is not after `from`");
      }
    }
  }

  /// Returns the ticks of a profile.
  public Ticks ticks(Profile profile, List<Instant> events) {
    Step step = profile == Profile.COARSE ? coarse : full;
    List<Window> open = new ArrayList<>(windows);
    aroundEvents.ifPresent(margin ->
        events.forEach(event -> open.add(new Window(event.minus(margin), event.plus(margin)))));
    open.sort(Comparator.comparing(Window::from).thenComparing(Window::until));
    List<Stretch> stretches = new ArrayList<>();
    long near = step.inWindows().orElse(step.step()).toNanos();
    for (Window window : open) {
      add(stretches, Moments.ns(window.from()), Moments.ns(window.until()), near);
    }
    return new Ticks(step.step().toNanos(), stretches);
  }

  /// Adds a stretch, or makes the last one longer where they overlap.
  private static void add(List<Stretch> stretches, long fromNs, long untilNs, long stepNs) {
    Stretch last = stretches.isEmpty() ? null : stretches.getLast();
    if (last != null && fromNs <= last.untilNs()) {
      stretches.removeLast();
      long until = Math.max(last.untilNs(), untilNs);
      stretches.add(new Stretch(last.fromNs(), until, stepNs));
    } else {
      stretches.add(new Stretch(fromNs, untilNs, stepNs));
    }
  }
}
