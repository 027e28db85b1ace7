package org.plimsoll.model;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Compares two objects field by field with all that hangs on them, and remembers the fields that
/// differ. Room that an array has behind what is used may differ, so long as nothing is in it. In
/// an array of rows each column counts as a field.
final class FieldComparison {
  private static final String PROJECT = "org.plimsoll";

  /// How many columns a row has, where a class has rows, and where they are. The columns are the
  /// constants that others may name.
  private static final String COLUMNS = "COLUMNS";

  private static final String CELLS = "cells";

  private final SortedSet<String> ignored;
  private final SortedSet<String> neverSet = new TreeSet<>();
  private final SortedSet<String> everSet = new TreeSet<>();
  private final SortedSet<String> different = new TreeSet<>();
  private final Map<Class<?>, List<Field>> fieldsOf = new HashMap<>();
  private final Map<Field, String> names = new HashMap<>();
  private final IdentityHashMap<Object, Object> compared = new IdentityHashMap<>();

  /// @param ignored fields as `Class.field`, or every field of a class as `Class`
  FieldComparison(Collection<String> ignored) {
    this.ignored = new TreeSet<>(ignored);
  }

  /// Returns the fields that differ.
  SortedSet<String> different(Object one, Object other) {
    different.clear();
    compared.clear();
    compare(one, other, "");
    return new TreeSet<>(different);
  }

  /// Returns the fields that can change and were nothing but 0, no or empty in all that was
  /// compared so far, so that they could not have differed.
  SortedSet<String> neverSet() {
    return neverSet;
  }

  private void compare(Object one, Object other, String field) {
    noteThatItIsSet(one, field);
    if (isNothing(one) || isNothing(other) || one.getClass() != other.getClass()) {
      differIf(!(isNothing(one) && isNothing(other)), field);
    } else if (one.getClass().isArray()) {
      compareArrays(one, other, field);
    } else if (one instanceof Collection<?> all) {
      compareLists(List.copyOf(all), List.copyOf((Collection<?>) other), field);
    } else if (one instanceof Map<?, ?> map) {
      compareLists(flat(map), flat((Map<?, ?>) other), field);
    } else if (one instanceof Enum || !one.getClass().getName().startsWith(PROJECT)) {
      differIf(!one.equals(other), field);
    } else if (!one.getClass().isHidden() && compared.put(one, other) == null) {
      for (Class<?> of = one.getClass(); of != Object.class; of = of.getSuperclass()) {
        compareFields(of, one, other);
      }
    }
  }

  private void compareFields(Class<?> of, Object one, Object other) {
    for (Field field : fieldsOf.computeIfAbsent(of, this::comparedFields)) {
      if (isColumn(field)) {
        compareColumn(of, (int) get(field, null), one, other, name(field));
      } else {
        compare(get(field, one), get(field, other), name(field));
      }
    }
  }

  private void compareColumn(Class<?> of, int column, Object one, Object other, String name) {
    int columns = (int) get(declared(of, COLUMNS), null);
    Object cells = get(declared(of, CELLS), one);
    Object others = get(declared(of, CELLS), other);
    int length = Math.max(Array.getLength(cells), Array.getLength(others));
    for (int cell = column; cell < length; cell += columns) {
      compare(at(cells, cell), at(others, cell), name);
    }
  }

  private List<Field> comparedFields(Class<?> of) {
    List<Field> all = new ArrayList<>();
    boolean hasRows =
        Stream.of(of.getDeclaredFields()).anyMatch(it -> it.getName().equals(COLUMNS));
    for (Field field : of.getDeclaredFields()) {
      boolean isCompared =
          (hasRows ? isColumn(field) : !Modifier.isStatic(field.getModifiers()))
              && !ignored.contains(of.getSimpleName())
              && !ignored.contains(name(field));
      if (isCompared) {
        field.setAccessible(true);
        noteThatItCanChange(field);
        all.add(field);
      }
    }
    return all;
  }

  private static boolean isColumn(Field field) {
    return Modifier.isStatic(field.getModifiers()) && !Modifier.isPrivate(field.getModifiers());
  }

  private static Field declared(Class<?> of, String name) {
    try {
      Field field = of.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private String name(Field field) {
    return names.computeIfAbsent(
        field, of -> of.getDeclaringClass().getSimpleName() + "." + of.getName());
  }

  private void noteThatItCanChange(Field field) {
    Class<?> type = field.getType();
    boolean canChange =
        isColumn(field)
            || !Modifier.isFinal(field.getModifiers())
            || type.isArray()
            || Collection.class.isAssignableFrom(type)
            || Map.class.isAssignableFrom(type);
    if (canChange && !field.getDeclaringClass().isRecord() && !everSet.contains(name(field))) {
      neverSet.add(name(field));
    }
  }

  /// What holds others is set by what it holds.
  private void noteThatItIsSet(Object value, String field) {
    boolean isSet =
        !isNothing(value)
            && !value.getClass().isArray()
            && !(value instanceof Collection)
            && !(value instanceof Map)
            && !(value instanceof Enum<?> constant && constant.ordinal() == 0);
    if (isSet && everSet.add(field)) {
      neverSet.remove(field);
    }
  }

  private void compareArrays(Object one, Object other, String field) {
    int length = Math.max(Array.getLength(one), Array.getLength(other));
    for (int i = 0; i < length; i++) {
      compare(at(one, i), at(other, i), field);
    }
  }

  private void compareLists(List<?> one, List<?> other, String field) {
    differIf(one.size() != other.size(), field);
    Iterator<?> others = other.iterator();
    for (Object each : one) {
      if (others.hasNext()) {
        compare(each, others.next(), field);
      }
    }
  }

  private void differIf(boolean isDifferent, String field) {
    if (isDifferent) {
      different.add(field);
    }
  }

  private static List<Object> flat(Map<?, ?> map) {
    List<Object> flat = new ArrayList<>();
    map.forEach((key, value) -> {
      flat.add(key);
      flat.add(value);
    });
    return flat;
  }

  private static Object at(Object array, int i) {
    return i < Array.getLength(array) ? Array.get(array, i) : null;
  }

  private static boolean isNothing(Object value) {
    return value == null
        || Boolean.FALSE.equals(value)
        || (value instanceof Number number && number.longValue() == 0);
  }

  private static Object get(Field field, Object of) {
    try {
      return field.get(of);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
