package org.plimsoll.ecosystem.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

  /// The two that are left for users' own scenarios are played in `MischiefTest`.
  @Test
  void shouldUseEachKindOfAgent() throws IOException {
    String all = String.join("\n", texts("../../scenarios"));
    assertThat(AgentCatalog.kinds())
        .extracting(AgentKind::name)
        .filteredOn(kind -> !all.contains("agent: " + kind + "\n"))
        .containsExactly("anticipatory-seller", "index-publisher");
  }

  @Test
  void shouldHaveNoAgentWaitForATopicThatNobodyPosts() throws IOException {
    String sources = String.join("\n", texts("src/main/java/org/plimsoll/ecosystem/agent"));
    for (String scenario : texts("../../scenarios")) {
      assertThat(
              Stream.of("(?<!notice: \\{)topic: ([a-z-]+)", "name: ([a-z-]+), coverage-per-unit")
                  .flatMap(read -> Pattern.compile(read).matcher(scenario).results())
                  .map(found -> found.group(1)))
          .allMatch(topic ->
              scenario.contains("notice: {topic: " + topic + ",")
                  || sources.contains("post(\"" + topic + "\""));
    }
  }

  private static List<String> texts(String folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }
}
