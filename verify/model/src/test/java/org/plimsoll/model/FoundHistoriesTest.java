package org.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.plimsoll.protocol.Request;

/// The shrunk histories that once broke a law, in golden/histories: every law holds over each.
class FoundHistoriesTest {
  @TestFactory
  List<DynamicTest> everyHistoryThatWasFoundObeysEveryLaw() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../../golden/histories"))) {
      return files
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.toString(), () -> obeys(file)))
          .toList();
    }
  }

  private static void obeys(Path file) throws IOException {
    List<Request> history = HistoryText.read(Files.readString(file));
    assertThat(history).isNotEmpty();
    for (Law law : VenueLaws.all()) {
      assertThat(law.brokenBy(history)).as(law.name()).isEmpty();
    }
  }
}
