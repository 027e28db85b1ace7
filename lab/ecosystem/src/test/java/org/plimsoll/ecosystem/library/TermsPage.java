package org.plimsoll.ecosystem.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.text.bind.Keys;

/// The reference page of agents, made of the kinds and of the comments on their terms.
final class TermsPage {
  private static final Path SOURCES = Path.of("src/main/java");

  private final StringBuilder page = new StringBuilder();

  private TermsPage() {}

  static String of(List<AgentKind<?>> kinds) {
    TermsPage page = new TermsPage();
    page.page.append(
        """
        # Agents

        **Terms**: see the [glossary](../glossary.md). **Boundaries**: every kind of agent that a
        [scenario](scenarios.md) can name, with its terms. This page is made of the source by a test.

        An entry has the keys `agent` (its kind), `name`, and, where they are wanted, `count` and `source`, beside
        its terms. With `count: 20` an entry stands for 20 agents, each with its number, from 1, in the place of
        `#` in its name and in its texts. A list, a list by name, or a flag may be left out; everything else is needed.
        """);
    kinds.forEach(page::add);
    return page.page.toString();
  }

  private void add(AgentKind<?> kind) {
    page.append("\n## `").append(kind.name()).append("`\n\n").append(kind.about()).append('\n');
    Set<Class<?>> parts = new LinkedHashSet<>(List.of(kind.terms()));
    List<Class<?>> open = new ArrayList<>(parts);
    while (!open.isEmpty()) {
      Class<?> type = open.removeFirst();
      table(type, type != kind.terms());
      for (RecordComponent component : type.getRecordComponents()) {
        Class<?> inner = recordIn(component.getGenericType());
        if (inner != null && parts.add(inner)) {
          open.add(inner);
        }
      }
    }
  }

  private void table(Class<?> type, boolean isNested) {
    if (isNested) {
      page.append("\n`").append(Keys.kebab(type.getSimpleName())).append("`:\n");
    }
    page.append("\n| key | is | says |\n| --- | --- | --- |\n");
    String comment = comment(type);
    for (RecordComponent component : type.getRecordComponents()) {
      page.append("| `")
          .append(Keys.kebab(component.getName()))
          .append("` | ")
          .append(word(component.getGenericType()))
          .append(" | ")
          .append(about(component.getName(), comment))
          .append(" |\n");
    }
  }

  private static Class<?> recordIn(Type type) {
    if (type instanceof ParameterizedType outer) {
      Type[] inner = outer.getActualTypeArguments();
      return recordIn(inner[inner.length - 1]);
    }
    return type instanceof Class<?> single && single.isRecord() ? single : null;
  }

  private static String word(Type type) {
    if (type instanceof ParameterizedType outer) {
      Type[] inner = outer.getActualTypeArguments();
      String each = word(inner[inner.length - 1]);
      return switch (((Class<?>) outer.getRawType()).getSimpleName()) {
        case "List" -> "list of " + each;
        case "Optional" -> each + ", or nothing";
        default -> each + " by name";
      };
    }
    Class<?> single = (Class<?>) type;
    if (single.isEnum()) {
      return Arrays.stream(single.getEnumConstants())
          .map(each -> "`" + Keys.kebab(((Enum<?>) each).name()) + "`")
          .collect(Collectors.joining(", "));
    }
    if (single.isRecord()) {
      return "`" + Keys.kebab(single.getSimpleName()) + "`";
    }
    return switch (single.getSimpleName()) {
      case "long", "int" -> "whole number";
      case "double", "BigDecimal" -> "number";
      case "boolean" -> "flag";
      case "Instant" -> "date";
      case "Duration" -> "length of time";
      default -> "text";
    };
  }

  /// Returns the comment above the declaration of a record, on one line.
  private static String comment(Class<?> type) {
    Class<?> top = type;
    while (top.getEnclosingClass() != null) {
      top = top.getEnclosingClass();
    }
    try {
      String source = Files.readString(SOURCES.resolve(top.getName().replace('.', '/') + ".java"));
      Matcher found =
          Pattern.compile(
                  "((?:^ *///.*\\n)+)(?:^ *@.*\\n)*^ *(?:public )?(?:static )?record "
                      + type.getSimpleName()
                      + "\\b",
                  Pattern.MULTILINE)
              .matcher(source);
      return found.find() ? found.group(1).replaceAll("\\n? *///", " ").replaceAll(" +", " ") : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String about(String component, String comment) {
    Matcher found =
        Pattern.compile("@param " + component + " (.*?)(?= @|$)").matcher(comment.strip());
    return found.find() ? found.group(1).strip().replace("|", "\\|") : "";
  }
}
