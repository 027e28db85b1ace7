package org.plimsoll.text.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.text.FileKind;
import org.plimsoll.text.FileSchema;
import org.plimsoll.text.Problem;
import org.plimsoll.text.Problems;
import org.plimsoll.text.Reading;
import org.plimsoll.text.Structure;
import org.plimsoll.text.Tree;
import org.plimsoll.text.TreeReader;

/// Records of every sort of component, made of YAML that their own schema has seen.
class RecordReaderTest {
  private static final FileKind KIND = new FileKind("recipe", "title: x");

  enum Heat {
    LOW,
    VERY_HIGH
  }

  @Says("a step")
  record Step(String says, double minutes) {
    Step {
      if (minutes < 0) {
        throw new IllegalArgumentException("`minutes` is negative");
      }
    }
  }

  @Says("a recipe")
  record Recipe(
      @Says("What it is called.") String title,
      int servings,
      long grains,
      double share,
      BigDecimal price,
      boolean isHot,
      Heat heat,
      Instant since,
      Duration rest,
      Optional<Step> last,
      List<Step> steps,
      SortedMap<String, Double> grams,
      @Omissible String note) {}

  private static final String GOOD =
      """
      title: Soup
      servings: 4
      grains: 12k
      share: 5%
      price: "1,000.25"
      is-hot: true
      heat: very-high
      since: 2022-06-30
      rest: 90m
      steps: [{says: boil, minutes: 10}]
      grams: {salt: 5, pepper: 0.5}
      """;

  private final Problems problems = new Problems("x", KIND);

  private Optional<Recipe> read(String text) {
    RecordSchema schema = new RecordSchema();
    FileSchema compiled = FileSchema.of(schema.text("urn:recipe", Recipe.class));
    Optional<Tree> tree = TreeReader.read(text, problems);
    tree.ifPresent(root -> Structure.check(root, compiled, problems));
    return tree.flatMap(root -> new RecordReader(new Reading(problems)).read(Recipe.class, root));
  }

  private List<String> problems() {
    return problems.inFileOrder().stream().map(Problem::toString).toList();
  }

  @Test
  void shouldReadEverySortOfComponent() {
    assertThat(read(GOOD))
        .contains(
            new Recipe(
                "Soup",
                4,
                12_000,
                0.05,
                new BigDecimal("1000.25"),
                true,
                Heat.VERY_HIGH,
                Instant.parse("2022-06-30T00:00:00Z"),
                Duration.ofMinutes(90),
                Optional.empty(),
                List.of(new Step("boil", 10)),
                new TreeMap<>(java.util.Map.of("salt", 5.0, "pepper", 0.5)),
                ""));
    assertThat(problems()).isEmpty();
  }

  @Test
  void shouldSayWhatIsMissingOrUnknown() {
    assertThat(read(GOOD.replace("servings: 4\n", "").replace("heat:", "heet:"))).isEmpty();
    assertThat(problems())
        .containsExactly(
            "x:1:1: the key `servings` is missing; a recipe needs it: a whole number",
            "x:1:1: the key `heat` is missing; a recipe needs it: one of its words",
            "x:6:1: the key `heet` is not known in a recipe; did you mean `heat`?");
  }

  @Test
  void shouldPutTheRefusalOfARecordAtTheKeyThatItNames() {
    assertThat(read(GOOD.replace("minutes: 10", "minutes: -1"))).isEmpty();
    assertThat(problems()).containsExactly("x:10:31: `minutes` is negative");
  }

  @Test
  void shouldRefuseADayThatIsInNoCalendar() {
    assertThat(read(GOOD.replace("2022-06-30", "2022-06-31"))).isEmpty();
    assertThat(problems()).containsExactly("x:8:8: `2022-06-31` is no date of the calendar");
  }

  @Test
  void shouldNameKeysInKebabCase() {
    assertThat(Keys.kebab("perTokenFall")).isEqualTo("per-token-fall");
    assertThat(Keys.kebab("LESS_LIQUID")).isEqualTo("less-liquid");
    assertThat(Keys.firstNamed("`until` is not after `start`", List.of("start", "until")))
        .contains("until");
  }
}
