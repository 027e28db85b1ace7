package org.plimsoll.server.file;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.plimsoll.text.bind.Keys;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.text.bind.Says;

/// The reference page of venue files, made of the records that they become.
final class VenueFilePage {
  private static final String BEGINNING =
      """
      # Venue files

      **Terms**: see the [glossary](../glossary.md). **Boundaries**: version 1 of the format: what an exchange lists, whom
      it serves at first and by which rules. One venue is one YAML file of at most 1 MiB. Values are written as in
      [scenario files](scenarios.md#values), and where a scenario says the same, it says it in the same words. This page
      is made of the source by a test; `plimsoll schema venue` prints the same for editors.

      ```console
      $ ./plimsoll schema venue
      {
        "$schema" : "https://json-schema.org/draft/2020-12/schema",
      ...
      ```

      [sandbox.yaml](../../venues/sandbox.yaml) says nearly every key.

      ## What becomes of it

      A file is the list of commands that open an empty venue: [assets, places and markets](protocol.md), then rules, first
      prices, accounts, tokens, what accounts and owners bring, and last of all the newest rules. Whether these bind is how a
      server knows that its venue is open. One that died in the middle goes on where it was; an open venue is never opened
      again, so a file that is edited later changes nothing that is in the venue. What stays the file's are the faucet, the
      price feed and where assets are kept.

      Before anything starts, a file is opened once on a venue that is thrown away. A command that is
      [refused](refusals.md) is told with the line that it comes from, and so is every key that is not known, every name that
      nothing declares, and every amount that is no whole number of smallest units.

      A quarterly ends on the last Friday of a quarter at 03:00 UTC, the first that is 30 days ahead when the venue opens;
      the day is added to its name, so that `BTC` becomes `BTC-0326`. Funds of leveraged tokens are accounts of their own,
      numbered behind the others, and a token's first index is its `first-price`.

      ## Prices that are made up

      With a `feed`, the index of every asset with a `volatility` walks at random: every so often it is multiplied by
      `exp(s z - s s / 2)`, where `z` is a standard normal number and `s` is `volatility x sqrt(step / year)`. So what is
      expected of a price is the price. `z` follows from the seed, the asset and the step since 1970 alone, and the price
      that it moves is the venue's: a feed goes on after a restart or an operator's shock from the price that there is.
      Time in which several steps went by is drawn as one step of their length. It is no model of any coin, and coins move
      by themselves, not together.

      ## Keys
      """;

  private final StringBuilder page = new StringBuilder(BEGINNING);

  private VenueFilePage() {}

  static String text() {
    VenueFilePage page = new VenueFilePage();
    Set<Class<?>> parts = new LinkedHashSet<>(List.of(VenueFile.class));
    List<Class<?>> open = new ArrayList<>(parts);
    while (!open.isEmpty()) {
      Class<?> type = open.removeFirst();
      page.table(type);
      for (RecordComponent component : type.getRecordComponents()) {
        recordIn(component.getGenericType()).filter(parts::add).ifPresent(open::add);
      }
    }
    return page.page.toString();
  }

  private void table(Class<?> type) {
    if (type != VenueFile.class) {
      String title = type.getAnnotation(Says.class).value();
      page.append("\n**`").append(nameOf(type)).append("`**, ").append(title).append(":\n");
    }
    page.append("\n| key | is | says |\n| --- | --- | --- |\n");
    for (RecordComponent component : type.getRecordComponents()) {
      page.append("| `").append(Keys.kebab(component.getName())).append("` | ");
      page.append(isOmissible(component) ? "" : "needed: ")
          .append(word(component.getGenericType()));
      page.append(" | ").append(component.getAnnotation(Says.class).value()).append(" |\n");
    }
  }

  private static boolean isOmissible(RecordComponent component) {
    return component.isAnnotationPresent(Omissible.class)
        || component.getType() == boolean.class
        || List.of(Optional.class, List.class, SortedMap.class).contains(component.getType());
  }

  private static Optional<Class<?>> recordIn(Type type) {
    if (type instanceof ParameterizedType outer) {
      Type[] inner = outer.getActualTypeArguments();
      return recordIn(inner[inner.length - 1]);
    }
    return type instanceof Class<?> single && single.isRecord()
        ? Optional.of(single)
        : Optional.empty();
  }

  private static String word(Type type) {
    if (type instanceof ParameterizedType outer) {
      Type[] inner = outer.getActualTypeArguments();
      String each = word(inner[inner.length - 1]);
      return switch (((Class<?>) outer.getRawType()).getSimpleName()) {
        case "List" -> "list of " + each;
        case "Optional" -> each;
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
      return "`" + nameOf(single) + "`";
    }
    return switch (single.getSimpleName()) {
      case "long", "int" -> "whole number";
      case "boolean" -> "yes or no";
      case "double", "BigDecimal" -> "number";
      case "Duration" -> "length of time";
      default -> "text";
    };
  }

  private static String nameOf(Class<?> type) {
    return Keys.kebab(type.getSimpleName()).replaceFirst("-entry$", "");
  }
}
