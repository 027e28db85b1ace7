package org.plimsoll.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.OrderText;
import org.plimsoll.protocol.Request;

/// Histories as text, one command a line, so that a failing one can be read, committed and run
/// again: `client clientSequence NameOfCommand`, then the command's components in their order.
///
/// Example: `0 7 PlaceLimitOrder 3 0 BUY 20000 5`. Lines that start with `#` are remarks. A space
/// within a text is written as `␣`, which no text has.
public final class HistoryText {
  private static final char SPACE = '␣';

  private HistoryText() {}

  /// Returns the text of a history.
  public static String write(List<Request> history) {
    return history.stream().map(HistoryText::line).collect(Collectors.joining());
  }

  /// Returns the history that a text stands for.
  ///
  /// @throws IllegalArgumentException if a line is no command
  public static List<Request> read(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> request(Arrays.asList(line.strip().split(" +", -1))))
        .toList();
  }

  /// Returns the words of a request's line.
  static List<String> words(Request request) {
    List<String> words = new ArrayList<>();
    words.add(Integer.toString(request.client()));
    words.add(Long.toString(request.clientSequence()));
    words.add(request.command().getClass().getSimpleName());
    try {
      for (RecordComponent component : request.command().getClass().getRecordComponents()) {
        words.add(word(component.getAccessor().invoke(request.command())));
      }
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
    return words;
  }

  /// Returns the request of which these are the words.
  ///
  /// @throws IllegalArgumentException if it is none
  static Request request(List<String> words) {
    Class<?> type = type(words.get(2));
    RecordComponent[] components = type.getRecordComponents();
    if (components.length != words.size() - 3) {
      throw new IllegalArgumentException("wrong number of words in " + words);
    }
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(types[i], words.get(i + 3));
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      Command command = (Command) constructor.newInstance(values);
      return new Request(Integer.parseInt(words.get(0)), Long.parseLong(words.get(1)), command);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("no command in " + words, e);
    }
  }

  private static String line(Request request) {
    return String.join(" ", words(request)) + "\n";
  }

  private static Class<?> type(String name) {
    return records(Command.class)
        .filter(type -> type.getSimpleName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no command is called " + name));
  }

  private static Stream<Class<?>> records(Class<?> catalog) {
    return Arrays.stream(catalog.getPermittedSubclasses())
        .flatMap(type -> type.isRecord() ? Stream.of(type) : records(type));
  }

  private static Object constant(Class<?> type, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName() + " " + word));
  }

  private static String word(Object value) {
    return value.toString().replace(' ', SPACE);
  }

  private static Object value(Class<?> type, String word) {
    if (type == int.class) {
      return Integer.parseInt(word);
    }
    if (type == long.class) {
      return Long.parseLong(word);
    }
    if (type == boolean.class) {
      return Boolean.parseBoolean(word);
    }
    if (type == OrderText.class) {
      return new OrderText(word.replace(SPACE, ' '));
    }
    return type.isEnum() ? constant(type, word) : word;
  }
}
