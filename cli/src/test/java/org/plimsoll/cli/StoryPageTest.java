package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every part of the story has a row, and every command of a row runs. Links are followed by
/// [DocumentationTest].
class StoryPageTest {
  private static final Path PAGE = Path.of("docs/reference/story.md");
  private static final Pattern COMMAND = Pattern.compile("`([^`]+)`");

  @Test
  void everyPartOfTheStoryHasARowWithACommandAndAPage() throws IOException {
    List<String> rows = rows();
    List<String> numbers = rows.stream().map(row -> row.split(" ")[1]).toList();

    assertThat(numbers)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 22).mapToObj(i -> "S" + i).toList());
    assertThat(rows).allMatch(row -> COMMAND.matcher(row).find() && row.contains(".md"));
  }

  /// Where a venue in a book is insolvent, saying so is what the command is for.
  @TestFactory
  Stream<DynamicTest> everyCommandRuns() throws IOException {
    return rows().stream()
        .flatMap(row -> COMMAND.matcher(row).results().map(found -> found.group(1)))
        .distinct()
        .map(command -> DynamicTest.dynamicTest(command, () -> run(command)));
  }

  /// Row S17: a coin falls, a fund fails, a firm is rescued, a leak, a run, a halt.
  @Test
  void theChainIsToldInItsOrder() throws IOException {
    assertThat(row("S17")).contains("`simulate luna-three-arrows`", "`simulate ftx-2022`");
    assertThat(run("simulate luna-three-arrows"))
        .containsSubsequence(
            "loses its peg", "three-arrows cannot pay", "writes off", "voyager pays");
    assertThat(run("simulate ftx-2022"))
        .containsSubsequence(
            "three-arrows cannot pay what its lenders ask back",
            "is lent money to stay alive",
            "balance sheet is published",
            "A tenth of",
            "Withdrawals stop");
  }

  /// Row S18: sources and uses add up to the last unit, beside what was told and what is recorded.
  @Test
  void theMoneyIsFollowedToTheLastUnit() throws IOException {
    assertThat(row("S18")).contains("`simulate ftx-2022 --json`");
    String json = run("simulate ftx-2022 --json");
    assertThat(sum(json, "source")).isEqualByComparingTo(sum(json, "use")).isPositive();
    String trail = json.substring(json.indexOf("\"sources_and_uses\""), json.indexOf("\"flows\""));
    assertThat(trail)
        .contains("customers' money", "lenders' money", "ventures", "no source itemizes")
        .contains("\"told\" : ", "\"recorded\" : ");
  }

  private static BigDecimal sum(String json, String side) {
    return Pattern.compile(
            "\"side\" : \"" + side + "\",\\s*\"line\" : \"[^\"]*\",\\s*\"value\" : \"([^\"]*)\"")
        .matcher(json)
        .results()
        .map(found -> new BigDecimal(found.group(1)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void everyHeadingThatALinkNamesIsThere() throws IOException {
    Matcher links = Pattern.compile("\\]\\(([^)#]+)#([^)]+)\\)").matcher(Files.readString(PAGE));
    while (links.find()) {
      String heading = links.group(2);
      assertThat(Files.readAllLines(PAGE.resolveSibling(links.group(1))))
          .as(links.group())
          .anyMatch(line -> line.startsWith("#") && anchor(line).equals(heading));
    }
  }

  private static String anchor(String heading) {
    return heading
        .replaceFirst("#+ ", "")
        .toLowerCase(java.util.Locale.ROOT)
        .replaceAll("[^a-z0-9 -]", "")
        .replace(' ', '-');
  }

  private static String row(String number) throws IOException {
    return rows().stream()
        .filter(row -> row.startsWith("| " + number + " "))
        .findFirst()
        .orElse("");
  }

  private static String run(String command) {
    StringWriter output = new StringWriter();
    PrintWriter writer = new PrintWriter(output);
    int exitCode = Plimsoll.run(command.split(" +"), writer, writer);
    assertThat(exitCode)
        .as("%s", output)
        .isIn(ExitCode.SOUND.number(), ExitCode.INSOLVENT.number());
    assertThat(output.toString()).isNotBlank();
    return output.toString();
  }

  private static List<String> rows() throws IOException {
    return Files.readAllLines(PAGE).stream().filter(line -> line.matches("\\| S\\d+ .*")).toList();
  }
}
