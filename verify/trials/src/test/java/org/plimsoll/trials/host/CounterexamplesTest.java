package org.plimsoll.trials.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What trials have found and is mended stays mended.
class CounterexamplesTest {
  private static final Path PLACE = Path.of("src/test/resources/org/plimsoll/trials/host");

  static List<Path> counterexamples() throws IOException {
    try (Stream<Path> files = Files.list(PLACE)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("counterexamples")
  void shouldKeepEveryPromise(Path file) throws IOException {
    Trial.Outcome outcome = Trial.of(Script.read(Files.readString(file)), new NoPlant());
    assertThat(outcome.broken()).as(outcome.why()).isEmpty();
  }
}
