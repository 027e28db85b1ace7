package org.plimsoll.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds docs/reference/protocol.md and docs/reference/refusals.md against the code.
class ProtocolPageTest {
  private static final Path PAGES = Path.of("../../docs/reference");

  private record Layout(int template, String type, List<String> fields) {
    String names() {
      return String.join(" ", fields.stream().map(f -> f.split(" ", -1)[0]).toList());
    }

    String kinds() {
      return String.join(" ", fields.stream().map(f -> f.split(" ", -1)[1]).toList());
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCommandOnThePageHasTheFieldsOfItsRecord() throws IOException {
    return layouts(0, 0x7F)
        .map(l -> DynamicTest.dynamicTest(l.type(), () -> compare(l, Command.class)));
  }

  @TestFactory
  Stream<DynamicTest> everyEventOnThePageHasTheFieldsOfItsRecord() throws IOException {
    return layouts(0x80, 0xFF)
        .map(l -> DynamicTest.dynamicTest(l.type(), () -> compare(l, Event.class)));
  }

  @Test
  void everyCommandAndEventIsOnThePage() throws IOException {
    assertThat(layouts(0, 0x7F).map(Layout::type))
        .containsExactlyInAnyOrderElementsOf(names(Command.class));
    assertThat(layouts(0x80, 0xFF).map(Layout::type))
        .containsExactlyInAnyOrderElementsOf(names(Event.class));
  }

  @Test
  void everyRefusalReasonIsOnItsPageInTheOrderOfPrecedence() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGES.resolve("refusals.md")).stream()
            .filter(line -> line.matches("\\| \\d+ \\|.*"))
            .map(line -> line.substring(0, line.indexOf("` |") + 1))
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(RefusalReason.values())
                .map(r -> "| " + r.code() + " | `" + r.name() + "`")
                .toList());
  }

  private static void compare(Layout layout, Class<?> catalog) {
    Class<?> type =
        Samples.records(catalog).stream()
            .filter(record -> record.getSimpleName().equals(layout.type()))
            .findFirst()
            .orElseThrow();
    List<RecordComponent> components = Arrays.asList(type.getRecordComponents());
    assertThat(layout.names())
        .isEqualTo(String.join(" ", components.stream().map(c -> hyphens(c.getName())).toList()));
    assertThat(layout.kinds())
        .isEqualTo(String.join(" ", components.stream().map(ProtocolPageTest::kind).toList()));
  }

  private static String kind(RecordComponent component) {
    if (component.getType() == long.class) {
      return "i64";
    }
    if (component.getType() == String.class) {
      return "name";
    }
    if (component.getType() == OrderText.class) {
      return "text";
    }
    if (component.getType() == DeskCommand.class) {
      return "template";
    }
    boolean isByte = component.getType().isEnum() || component.getType() == boolean.class;
    return isByte ? "u8" : "i32";
  }

  private static String hyphens(String camelCase) {
    return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static List<String> names(Class<?> catalog) {
    return Samples.records(catalog).stream().<String>map(Class::getSimpleName).toList();
  }

  private static Stream<Layout> layouts(int from, int to) throws IOException {
    return Files.readAllLines(PAGES.resolve("protocol.md")).stream()
        .filter(line -> line.matches("\\| 0x\\w\\w \\|.*"))
        .map(line -> line.split("\\|", -1))
        .map(cells ->
            new Layout(
                Integer.decode(cells[1].strip()),
                cells[2].strip(),
                List.of(cells[3].strip().split(", ", -1))))
        .filter(layout -> layout.template() >= from && layout.template() <= to);
  }
}
