package org.plimsoll.text.bind;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.text.Fields;
import org.plimsoll.text.Reading;
import org.plimsoll.text.Tree;

/// Makes records of mappings. A schema made by [RecordSchema] has seen them first; what cannot be
/// read here has been refused there, but for days that are in no calendar and for what a record
/// itself refuses.
public final class RecordReader {
  private final Reading reading;

  /// Makes a reader.
  ///
  /// @param reading to which problems are added
  public RecordReader(Reading reading) {
    this.reading = reading;
  }

  /// Returns the record that a mapping says; nothing if it was refused.
  public <T extends Record> Optional<T> read(Class<T> type, Tree tree) {
    Fields fields = new Fields(tree, reading);
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    boolean isComplete = tree instanceof Tree.Mapping;
    for (int i = 0; isComplete && i < components.length; i++) {
      String key = Keys.of(components[i]);
      Optional<Tree> found = fields.value(key);
      values[i] =
          found.isPresent()
              ? value(components[i].getGenericType(), found.get())
              : absent(components[i]);
    }
    for (Object value : values) {
      isComplete &= value != null;
    }
    return isComplete ? create(type, components, values, fields) : refused();
  }

  private <T extends Record> Optional<T> create(
      Class<T> type, RecordComponent[] components, Object[] values, Fields fields) {
    try {
      Class<?>[] types = new Class<?>[components.length];
      for (int i = 0; i < types.length; i++) {
        types[i] = components[i].getType();
      }
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return Optional.of(constructor.newInstance(values));
    } catch (InvocationTargetException refusal) {
      return refuse(refusal.getCause(), components, fields);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record has its canonical constructor", e);
    }
  }

  /// A record refuses what makes no sense with a message that names a key.
  private <T> Optional<T> refuse(
      @Nullable Throwable refusal, RecordComponent[] components, Fields fields) {
    if (!(refusal instanceof IllegalArgumentException)) {
      throw new IllegalStateException("a record refuses by IllegalArgumentException", refusal);
    }
    String message = String.valueOf(refusal.getMessage());
    List<String> keys = new ArrayList<>();
    for (RecordComponent component : components) {
      keys.add(Keys.of(component));
    }
    String named = Keys.firstNamed(message, keys).orElse("");
    reading.problems().add(fields.placeOf(named), message);
    return Optional.empty();
  }

  private @Nullable Object absent(RecordComponent component) {
    Class<?> type = component.getType();
    if (!Keys.isOmissible(component)) {
      return null;
    }
    if (type == List.class) {
      return List.of();
    }
    if (type == SortedMap.class) {
      return Collections.emptySortedMap();
    }
    if (type == Optional.class) {
      return Optional.empty();
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type.isRecord()) {
      throw new IllegalStateException(component + " is a record; make it Optional");
    }
    if (type == String.class) {
      return "";
    }
    return type == boolean.class ? false : number(type, BigDecimal.ZERO);
  }

  private @Nullable Object value(Type type, Tree tree) {
    if (type instanceof ParameterizedType outer) {
      Type[] inner = outer.getActualTypeArguments();
      if (outer.getRawType() == Optional.class) {
        Object value = value(inner[0], tree);
        return value == null ? null : Optional.of(value);
      }
      return outer.getRawType() == SortedMap.class ? byName(inner[1], tree) : list(inner[0], tree);
    }
    Class<?> single = (Class<?>) type;
    if (single == Tree.class) {
      return tree;
    }
    if (single.isRecord()) {
      return read(single.asSubclass(Record.class), tree).orElse(null);
    }
    return tree instanceof Tree.Scalar scalar ? scalar(single, scalar) : null;
  }

  private @Nullable Object scalar(Class<?> type, Tree.Scalar scalar) {
    if (type.isEnum()) {
      for (Object each : type.getEnumConstants()) {
        if (Keys.kebab(((Enum<?>) each).name()).equals(scalar.text())) {
          return each;
        }
      }
      return null;
    }
    if (type == String.class) {
      return scalar.text();
    }
    if (type == boolean.class) {
      return scalar.text().equals("true");
    }
    if (type == Instant.class) {
      return instant(scalar);
    }
    if (type == Duration.class) {
      return duration(scalar.text());
    }
    return new Fields(scalar, reading)
        .number(scalar)
        .map(found -> number(type, found))
        .orElse(null);
  }

  private static Object number(Class<?> type, BigDecimal number) {
    if (type == int.class || type == Integer.class) {
      return number.intValue();
    }
    if (type == BigDecimal.class) {
      return number;
    }
    // Not with `?:`, which would make both sides `double`.
    if (type == long.class || type == Long.class) {
      return number.longValue();
    }
    return number.doubleValue();
  }

  private @Nullable Instant instant(Tree.Scalar scalar) {
    String text = scalar.text();
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException noDate) {
      if (reading.problems().noneAt(scalar.place())) {
        reading.problems().add(scalar.place(), "`" + text + "` is no date of the calendar");
      }
      return null;
    }
  }

  private static @Nullable Duration duration(String text) {
    if (!text.matches("[1-9][0-9]{0,8}[smhd]")) {
      return null;
    }
    long count = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 's' -> Duration.ofSeconds(count);
      case 'm' -> Duration.ofMinutes(count);
      case 'h' -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private @Nullable List<Object> list(Type each, Tree tree) {
    if (!(tree instanceof Tree.Sequence sequence)) {
      return null;
    }
    List<Object> values = new ArrayList<>();
    boolean isComplete = true;
    for (Tree item : sequence.items()) {
      Object value = value(each, item);
      isComplete &= value != null;
      if (value != null) {
        values.add(value);
      }
    }
    return isComplete ? List.copyOf(values) : null;
  }

  private @Nullable SortedMap<String, Object> byName(Type each, Tree tree) {
    if (!(tree instanceof Tree.Mapping mapping)) {
      return null;
    }
    SortedMap<String, Object> values = new TreeMap<>();
    boolean isComplete = true;
    for (Tree.Entry entry : mapping.entries()) {
      Object value = value(each, entry.value());
      isComplete &= value != null;
      if (value != null) {
        values.put(entry.key(), value);
      }
    }
    return isComplete ? Collections.unmodifiableSortedMap(values) : null;
  }

  private <T> Optional<T> refused() {
    return reading.standIn(Optional.empty());
  }
}
