package org.plimsoll.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Files of any kind: what differs from the schema is said in a sentence with its place, in the
/// words of the schema and of the kind of file.
class StructureTest {
  private static final FileKind RECIPE = new FileKind("recipe", "recipe: 1");

  private static final FileSchema SCHEMA =
      FileSchema.of(
          """
          {"title": "a recipe", "type": "object", "additionalProperties": false,
           "required": ["recipe"],
           "dependentRequired": {"minutes": ["heat"]},
           "oneOf": [{"required": ["boil"]}, {"required": ["bake"]}],
           "properties": {
             "recipe": {"title": "1", "const": 1, "description": "The version."},
             "boil": {"title": "a decimal", "type": "number", "examples": [0.5]},
             "bake": {"title": "a decimal", "type": "number"},
             "heat": {"title": "a word", "enum": ["low", "high"]},
             "minutes": {"title": "a decimal", "type": "number"}}}
          """);

  private static List<String> problems(String text) {
    Problems problems = new Problems("x", RECIPE);
    FileText.decode(text.getBytes(StandardCharsets.UTF_8), problems)
        .flatMap(decoded -> TreeReader.read(decoded, problems))
        .ifPresent(tree -> Structure.check(tree, SCHEMA, problems));
    return problems.inFileOrder().stream().map(Problem::toString).toList();
  }

  @Test
  void shouldAcceptWhatTheSchemaSays() {
    assertThat(problems("recipe: 1\nboil: 2\n")).isEmpty();
  }

  @Test
  void shouldNameTheNearestKeyAndWordWithTheirPlaces() {
    assertThat(problems("recipe: 1\nboil: 2\nheat: hgih\nminuets: 3\n"))
        .containsExactly(
            "x:3:7: `heat` is `hgih`, which is not a word; expected one of low, high; did you mean"
                + " `high`?",
            "x:4:1: the key `minuets` is not known in a recipe; did you mean `minutes`?");
  }

  @Test
  void shouldNameTheKeysOfWhichOneIsNeeded() {
    assertThat(problems("recipe: 1\n"))
        .containsExactly("x:1:1: the file must say one of `boil`, `bake`, and only one");
    assertThat(problems("recipe: 1\nboil: 1\nbake: 2\n"))
        .containsExactly("x:1:1: the file must say one of `boil`, `bake`, and only one");
  }

  @Test
  void shouldNameTheKeyThatAnotherOneNeeds() {
    assertThat(problems("recipe: 1\nboil: 1\nminutes: 2\n"))
        .containsExactly("x:3:1: `minutes` needs the key `heat` beside it");
  }

  @Test
  void shouldSpeakOfTheKindOfFile() {
    assertThat(problems(""))
        .containsExactly("x: the file is empty; a recipe begins with `recipe: 1`");
    assertThat(problems("a: 1\n---\nb: 2\n"))
        .containsExactly("x:2:1: a second document begins here; a file holds one recipe");
    assertThat(problems("recipe: 1\nboil: .nan\n"))
        .containsExactly(
            "x:2:7: `boil` is `.nan`, which is not a decimal; expected for example 0.5; a recipe knows"
                + " no NaN and no infinity");
    Names names = new Names("pot");
    Problems problems = new Problems("x", RECIPE);
    names.declare("kettle", new Place("x", 1, 1), problems);
    names.require("kettel", new Place("x", 2, 1), problems);
    assertThat(problems.inFileOrder())
        .extracting(Problem::message)
        .containsExactly("there is no pot `kettel` in this recipe; did you mean `kettle`?");
  }
}
