package org.plimsoll.text;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Reads YAML text into a [Tree], event by event, so that nothing is expanded before it is refused.
public final class TreeReader {
  /// How deep lists and mappings may stand in each other. No file needs more than seven levels.
  public static final int DEPTH_MAX = 16;

  /// How many keys, values, lists and mappings a file may have: 100,000 accounts of five assets
  /// each take a little over half of it.
  public static final int NODES_MAX = 3_000_000;

  /// How many keys a mapping may have.
  public static final int KEYS_MAX = 10_000;

  /// How many characters a single value may have.
  public static final int SCALAR_CHARS_MAX = 4_096;

  private final Problems problems;
  private final TreeBuilder builder;
  private int nodes;

  private TreeReader(Problems problems) {
    this.problems = problems;
    this.builder = new TreeBuilder(problems);
  }

  /// Returns the one document of a text. Problems are added as they are met; the tree is empty
  /// where reading could not go on.
  public static Optional<Tree> read(String text, Problems problems) {
    TreeReader reader = new TreeReader(problems);
    try {
      return reader.document(text);
    } catch (MarkedYamlEngineException notYaml) {
      problems.add(
          reader.place(notYaml.getProblemMark()), "this is not YAML: " + notYaml.getProblem());
    } catch (YamlEngineException notYaml) {
      problems.add(Place.whole(problems.file()), "this is not YAML: " + notYaml.getMessage());
    }
    return Optional.empty();
  }

  private Optional<Tree> document(String text) {
    // A buffer for the whole text: the engine's reader (3.0.1) runs over the end of its buffer when
    // a
    // pair of surrogates lies across it.
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(text.length() + 1)
            .build();
    ParserImpl events = new ParserImpl(settings, new StreamReader(settings, text));
    while (events.hasNext()) {
      Event event = events.next();
      if (event.getEventId() == Event.ID.DocumentStart && builder.root().isPresent()) {
        problems.add(
            place(event.getStartMark()),
            "a second document begins here; a file holds one " + noun());
        return Optional.empty();
      }
      if (!take(event)) {
        return Optional.empty();
      }
    }
    if (builder.root().isEmpty()) {
      problems.add(
          Place.whole(problems.file()), "the file is empty; " + problems.kind().beginning());
    }
    return builder.root();
  }

  /// Returns false where reading must not go on.
  private boolean take(Event event) {
    Place place = place(event.getStartMark());
    if (event instanceof NodeEvent && ++nodes > NODES_MAX) {
      problems.add(
          place, "here the file gets more than 3,000,000 values; a " + noun() + " has fewer");
      return false;
    }
    refuseExtras(event, place);
    return switch (event.getEventId()) {
      case Scalar -> scalar((ScalarEvent) event, place);
      case Alias -> builder.scalar("", true, place);
      case SequenceStart -> open(place, false);
      case MappingStart -> open(place, true);
      case SequenceEnd, MappingEnd -> builder.close();
      default -> true;
    };
  }

  private boolean open(Place place, boolean isMapping) {
    if (builder.depth() == DEPTH_MAX) {
      problems.add(
          place,
          "lists and mappings stand more than "
              + DEPTH_MAX
              + " deep; a "
              + noun()
              + " needs seven");
      return false;
    }
    return isMapping ? builder.openMapping(place) : builder.openSequence(place);
  }

  private boolean scalar(ScalarEvent event, Place place) {
    String text = event.getValue();
    if (text.length() > SCALAR_CHARS_MAX) {
      problems.add(
          place,
          "this value has more than " + SCALAR_CHARS_MAX + " characters; nothing needs more");
      text = "";
    }
    return builder.scalar(text, event.isPlain(), place);
  }

  private void refuseExtras(Event event, Place place) {
    if (event instanceof AliasEvent alias) {
      String name = alias.getAlias().getValue();
      problems.add(place, "aliases such as `*" + name + "` are not accepted: write the entry out");
    } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      String name = node.getAnchor().get().getValue();
      problems.add(place, "anchors such as `&" + name + "` are not accepted: write each entry out");
    }
    tag(event)
        .ifPresent(tag ->
            problems.add(
                place, "tags such as `" + tag + "` are not accepted: write the value alone"));
  }

  private String noun() {
    return problems.kind().noun();
  }

  private static Optional<String> tag(Event event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar.getTag();
      case CollectionStartEvent collection -> collection.getTag();
      default -> Optional.empty();
    };
  }

  private Place place(Optional<Mark> mark) {
    String file = problems.file();
    return mark.map(at -> new Place(file, at.getLine() + 1, at.getColumn() + 1))
        .orElse(Place.whole(file));
  }
}
