package org.plimsoll.trials.host;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A whole trial, so that it can be read, committed and run again. Lines that start with `#` are
/// remarks.
///
/// @param acts what happens, before everything comes to its end
public record Script(Shape shape, List<Act> acts) {
  private static final String SHAPE = "host ";

  /// Copies the list.
  public Script {
    acts = List.copyOf(acts);
  }

  Script with(List<Act> others) {
    return new Script(shape, others);
  }

  /// Returns it as text.
  public String text() {
    String first =
        SHAPE
            + "seed=%d segment=%d batch=%d tick=%d snapshot=%d inbox=%d prunes=%d\n"
                .formatted(
                    shape.seed(),
                    shape.segmentBytes(),
                    shape.batchBytes(),
                    shape.tickNs(),
                    shape.snapshotEvery(),
                    shape.inboxSlots(),
                    shape.prunes() ? 1 : 0);
    return first + acts.stream().map(act -> ActText.line(act) + "\n").collect(Collectors.joining());
  }

  /// Returns the trial that a text stands for.
  ///
  /// @throws IllegalArgumentException if it stands for none
  public static Script read(String text) {
    List<String> lines =
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    return new Script(shape(lines.getFirst()), lines.stream().skip(1).map(ActText::read).toList());
  }

  private static Shape shape(String line) {
    List<Long> numbers =
        Arrays.stream(line.substring(SHAPE.length()).split(" +", -1))
            .map(word -> Long.valueOf(word.substring(word.indexOf('=') + 1)))
            .toList();
    return new Shape(
        numbers.get(0),
        numbers.get(1),
        numbers.get(2).intValue(),
        numbers.get(3),
        numbers.get(4),
        numbers.get(5).intValue(),
        numbers.get(6) == 1);
  }
}
