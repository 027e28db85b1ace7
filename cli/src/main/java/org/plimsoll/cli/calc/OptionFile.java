package org.plimsoll.cli.calc;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// A YAML or JSON file that gives options their values: one mapping from names without dashes to a
/// value, a list, or a list of lists.
///
/// Read event by event, so that nothing is expanded, and values stay the text that was written.
final class OptionFile {
  private static final String EXPECTED = "expected a mapping of option names to values";

  private final InputFile file;
  private final Iterator<Event> events;
  private final Map<String, Entry> entries = new TreeMap<>();
  private int line = 1;

  private record Entry(String text, int line) {}

  private OptionFile(InputFile file, String text) {
    this.file = file;
    // A buffer for the whole text: the engine's reader (3.0.1) runs over the end of its buffer when
    // a pair of surrogates lies across it.
    LoadSettings settings = LoadSettings.builder().setBufferSize(text.length() + 1).build();
    this.events = new Parse(settings).parseString(text).iterator();
  }

  /// Returns what a file says about `options`.
  ///
  /// @throws InvalidFile naming the line, if it is no such mapping, names an option that is not
  ///   among them, or gives one a value that it cannot have
  static OptionFile read(InputFile file, List<OptionSpec> options) {
    OptionFile read = new OptionFile(file, file.read());
    try {
      read.document();
    } catch (MarkedYamlEngineException notYaml) {
      int line = notYaml.getProblemMark().map(mark -> mark.getLine() + 1).orElse(read.line);
      throw file.refused(line, "this is not YAML: " + notYaml.getProblem());
    } catch (YamlEngineException notYaml) {
      throw file.refused("this is not YAML: " + notYaml.getMessage());
    }
    read.entries.forEach((key, entry) -> read.check(key, entry, options));
    return read;
  }

  /// Returns the text of an option's value as a command line would have it, null if the file says
  /// nothing about it.
  @Nullable String value(OptionSpec option) {
    Entry entry = entries.get(Options.key(option));
    return entry == null ? null : entry.text();
  }

  private void document() {
    expect(Event.ID.StreamStart);
    expect(Event.ID.DocumentStart);
    expect(Event.ID.MappingStart);
    for (Event key = next(); key.getEventId() != Event.ID.MappingEnd; key = next()) {
      int at = line;
      if (!(key instanceof ScalarEvent name)) {
        throw file.refused(at, EXPECTED);
      }
      String text = value(next(), name.getValue(), 0);
      if (entries.put(name.getValue(), new Entry(text, at)) != null) {
        throw file.refused(at, "`" + name.getValue() + "` is given twice");
      }
    }
    expect(Event.ID.DocumentEnd);
    expect(Event.ID.StreamEnd);
  }

  /// Returns a value as a command line would have it: items joined by commas, lists by slashes.
  private String value(Event event, String name, int depth) {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getValue();
    }
    if (event.getEventId() != Event.ID.SequenceStart || depth > 1) {
      throw file.refused(line, "`" + name + "` expects a value or a list of values");
    }
    boolean hasLists = false;
    List<String> items = new ArrayList<>();
    for (Event item = next(); item.getEventId() != Event.ID.SequenceEnd; item = next()) {
      hasLists |= item.getEventId() == Event.ID.SequenceStart;
      items.add(value(item, name, depth + 1));
    }
    return String.join(hasLists ? "/" : ",", items);
  }

  private void expect(Event.ID wanted) {
    if (next().getEventId() != wanted) {
      throw file.refused(line, EXPECTED);
    }
  }

  private Event next() {
    if (!events.hasNext()) {
      throw file.refused(line, EXPECTED);
    }
    Event event = events.next();
    line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(line);
    return event;
  }

  private void check(String key, Entry entry, List<OptionSpec> options) {
    OptionSpec option =
        options.stream()
            .filter(each -> Options.key(each).equals(key))
            .findFirst()
            .orElseThrow(() -> file.refused(entry.line(), unknown(key, options)));
    String regex = option.splitRegex();
    String[] parts = regex.isEmpty() ? new String[] {entry.text()} : entry.text().split(regex, -1);
    for (ITypeConverter<?> converter : option.converters()) {
      for (String part : parts) {
        try {
          converter.convert(part);
        } catch (TypeConversionException refused) {
          throw file.refused(entry.line(), "`" + key + "`: " + refused.getMessage());
        } catch (Exception failure) {
          throw new IllegalStateException(failure);
        }
      }
    }
  }

  private String unknown(String key, List<OptionSpec> options) {
    List<String> names = options.stream().map(Options::key).toList();
    String nearest =
        new UnmatchedArgumentException(file.command(), List.of("--" + key))
            .getSuggestions().stream()
                .map(option -> option.replaceFirst("^--", ""))
                .filter(names::contains)
                .findFirst()
                .map(name -> "; did you mean `" + name + "`?")
                .orElse("");
    return "there is no option `"
        + key
        + "`"
        + (nearest.isEmpty()
            ? "; expected one of " + names.stream().collect(Collectors.joining(", "))
            : nearest);
  }
}
