package org.plimsoll.ecosystem.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.ecosystem.file.ReadResult;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.text.Problem;

/// The scenarios that ship, and the kinds of agents they are made of.
class ShippedScenariosTest {
  static List<String> names() {
    return ShippedScenarios.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldReadWithoutAProblem(String name) {
    assertThat(ShippedScenarios.read(name)).isInstanceOf(ReadResult.Loaded.class);
  }

  @Test
  void shouldListEveryFileOfTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../../scenarios"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")).sorted())
          .isEqualTo(ShippedScenarios.names());
    }
  }

  @Test
  void shouldNameTheNearestScenario() {
    assertThat(ShippedScenarios.read("first-markt"))
        .isInstanceOfSatisfying(
            ReadResult.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::message)
                    .singleElement()
                    .asString()
                    .contains("did you mean `first-market`?"));
  }

  @Test
  void shouldHaveEachKindOnceInAlphabeticalOrder() {
    assertThat(AgentCatalog.kinds()).extracting(AgentKind::name).isSorted().doesNotHaveDuplicates();
    assertThat(AgentCatalog.kinds()).allMatch(kind -> kind.name().matches("[a-z]+(-[a-z]+)*"));
    assertThat(AgentCatalog.kinds()).allMatch(kind -> kind.about().endsWith("."));
  }
}
