package org.plimsoll.solvency.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.solvency.file.SampleBook.GOOD;
import static org.plimsoll.solvency.file.SampleBook.problems;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.text.TreeReader;

/// Files that are no text, no YAML, or more than a book can be.
class FileRefusalTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "   \n\n", "# only a comment\n", "---\n"})
  void shouldRefuseAnEmptyFile(String text) {
    assertThat(problems(text)).singleElement().asString().contains("book begins with `book: 1`");
  }

  @Test
  void shouldRefuseANulByte() {
    assertThat(problems("book: 1\ntitle: \0"))
        .containsExactly(
            "x.yaml:2:8: a NUL byte stands here; a book is a text file, this one is binary");
  }

  @Test
  void shouldRefuseBytesThatAreNoText() {
    byte[] bytes = {'b', 'o', 'o', 'k', '\n', 'a', (byte) 0xC3, (byte) 0x28};
    assertThat(problems(bytes))
        .containsExactly(
            "x.yaml:2:2: this byte is not UTF-8 text; a book is a text file, this one is binary");
  }

  @Test
  void shouldRefuseAFileThatIsTooLarge() {
    byte[] spaces = new byte[BookReader.FILE_BYTES_MAX + 1];
    Arrays.fill(spaces, (byte) ' ');
    assertThat(problems(spaces))
        .containsExactly(
            "x.yaml: the file is larger than 16777216 bytes; a book may not be larger");
  }

  @Test
  void shouldRefuseAYamlBombWithoutExpandingIt() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(problems(bomb.toString()))
        .contains(
            "x.yaml:1:5: anchors such as `&a0` are not accepted: write each entry out",
            "x.yaml:2:10: aliases such as `*a0` are not accepted: write the entry out");
  }

  @Test
  void shouldRefuseMergeKeys() {
    assertThat(problems(GOOD + "<<: {title: x}\n"))
        .containsExactly("x.yaml:23:1: merge keys (`<<`) are not accepted: write the entry out");
  }

  @Test
  void shouldRefuseTags() {
    assertThat(problems(GOOD.replace("title: A", "title: !!str A")))
        .containsExactly(
            "x.yaml:2:8: tags such as `tag:yaml.org,2002:str` are not accepted: write the value"
                + " alone");
  }

  @Test
  void shouldRefuseDepth() {
    assertThat(problems("a: " + "[".repeat(100_000)))
        .containsExactly(
            "x.yaml:1:19: lists and mappings stand more than 16 deep; a book needs seven");
  }

  @Test
  void shouldRefuseAValueThatIsTooLong() {
    assertThat(problems(GOOD.replace("A small exchange", "x".repeat(5_000))))
        .contains("x.yaml:2:8: this value has more than 4096 characters; nothing needs more");
  }

  @Test
  void shouldRefuseTooManyValues() {
    assertThat(problems("a:\n" + "- \n".repeat(3_000_000)))
        .containsExactly(
            "x.yaml:2999999:2: here the file gets more than 3,000,000 values; a book has fewer");
  }

  @Test
  void shouldRefuseTooManyKeysInOneMapping() {
    StringBuilder keys = new StringBuilder("a:\n");
    for (int i = 0; i <= TreeReader.KEYS_MAX; i++) {
      keys.append("  k").append(i).append(": 1\n");
    }
    assertThat(problems(keys.toString()))
        .contains("x.yaml:10002:3: this mapping has more than 10000 keys");
  }

  @Test
  void shouldKeepEveryProblemOnOneLine() {
    assertThat(problems(GOOD.replace("title:", "\"ti\\ntle\":")))
        .contains("x.yaml:2:1: the key `ti?tle` is not known in a book; did you mean `title`?");
  }

  @Test
  void shouldRefuseSeveralDocuments() {
    assertThat(problems(GOOD + "---\nbook: 1\n"))
        .containsExactly("x.yaml:23:1: a second document begins here; a file holds one book");
  }

  @Test
  void shouldRefuseWhatIsNotYaml() {
    assertThat(problems("book: 1\n\ttitle: x\n"))
        .singleElement()
        .asString()
        .startsWith("x.yaml:2:1: this is not YAML: ");
  }

  @Test
  void shouldRefuseAListInPlaceOfABook() {
    assertThat(problems("- book\n"))
        .containsExactly("x.yaml:1:1: this is not a book; a book begins with `book: 1`");
  }

  @Test
  void shouldRefuseDuplicateKeys() {
    assertThat(problems(GOOD.replace("currency: USD", "currency: USD\ncurrency: EUR")))
        .containsExactly("x.yaml:5:1: the key `currency` already stands in line 4");
  }

  @Test
  void shouldCountWhatItDoesNotList() {
    StringBuilder text = new StringBuilder(GOOD);
    for (int i = 0; i < 1_500; i++) {
      text.append("key").append(i).append(": 1\n");
    }
    List<String> problems = problems(text.toString());
    assertThat(problems)
        .hasSize(1_001)
        .last()
        .isEqualTo("x.yaml: 500 more problems are not listed");
  }

  @Test
  void shouldNotTakeNoNameForTheFolderItStandsIn() {
    assertThat(BookReader.read(""))
        .isInstanceOfSatisfying(
            ReadResult.Refused.class,
            refused ->
                assertThat(refused.problems().getFirst().message())
                    .startsWith("there is no such file"));
  }

  @Test
  void shouldRefuseAFileThatIsNotThere() {
    assertThat(SampleBook.messages(BookReader.read("levine-9")))
        .singleElement()
        .asString()
        .startsWith(
            "levine-9: there is no such file, and no shipped book of that name; did you mean"
                + " `levine-1`?; shipped are alameda-2022-06-30, ");
  }

  @Test
  void shouldRefuseAFolder() {
    assertThat(SampleBook.messages(BookReader.read(".")))
        .containsExactly(".: this is a folder without a file `book.yaml`; expected a book");
  }
}
