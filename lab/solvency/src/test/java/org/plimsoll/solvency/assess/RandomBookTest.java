package org.plimsoll.solvency.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.book.Book;

/// A law over random books holds for no more than they say.
class RandomBookTest {
  /// What every drawn book has in common.
  private static final SortedSet<String> FIXED =
      new TreeSet<>(
          List.of(
              "Book.title",
              "Book.asOf",
              "Book.currency",
              "Book.subject",
              "Elsewhere.party",
              "Elsewhere.asset",
              "Fact.date",
              "Fact.party",
              "Fact.text",
              "Fact.source",
              "Figure.source",
              "Ownership.owner",
              "Custody.location"));

  private final SortedMap<String, SortedSet<String>> seen = new TreeMap<>();

  @Test
  void everyFieldOfABookIsDrawn() throws ReflectiveOperationException {
    for (long seed = 0; seed < 300; seed++) {
      look(RandomBook.exact(seed));
      look(RandomBook.withRanges(seed));
    }
    assertThat(seen).hasSizeGreaterThan(60);
    seen.forEach((field, values) ->
        assertThat(values.size() > 1 || FIXED.contains(field))
            .as("%s: %s", field, values)
            .isTrue());
  }

  private void look(Object value) throws ReflectiveOperationException {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object part = component.getAccessor().invoke(value);
      String field = value.getClass().getSimpleName() + "." + component.getName();
      SortedSet<String> values = seen.computeIfAbsent(field, _ -> new TreeSet<>());
      if (values.size() < 2) {
        values.add(String.valueOf(part));
      }
      for (Object each : parts(part)) {
        if (each instanceof Record record && isOfABook(record)) {
          look(record);
        }
      }
    }
  }

  private static boolean isOfABook(Record record) {
    return record.getClass().getPackage().equals(Book.class.getPackage());
  }

  private static Collection<?> parts(Object value) {
    return switch (value) {
      case null -> List.of();
      case Collection<?> all -> all;
      case Map<?, ?> map -> map.values();
      case Optional<?> optional -> optional.stream().toList();
      default -> Stream.of(value).toList();
    };
  }
}
