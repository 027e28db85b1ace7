package org.plimsoll.ecosystem.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.plimsoll.text.FileKind;
import org.plimsoll.text.Nearest;
import org.plimsoll.text.Place;
import org.plimsoll.text.Problems;
import org.plimsoll.text.Tree;
import org.plimsoll.text.TreeReader;

/// Puts values in the place of what a scenario says.
///
/// A path names keys and, in lists, the entries by their `name`, or by what their first key says
/// where they have none, with points in between: `venue.custody`, `agents.quick.aversion`,
/// `agents.token-maker.doubts.leak.most`. Its last part may be a key that the file leaves out;
/// whatever comes of it must keep to the schema like the file itself.
final class Settings {
  private static final FileKind VALUE = new FileKind("value", "a value");

  private Settings() {}

  /// Returns the value that a text says, such as `0.5` or `{step: 6h}`; nothing if it is refused.
  static Optional<Tree> value(String path, String text, Problems problems) {
    Problems own = new Problems("--set " + path, VALUE);
    Optional<Tree> value = TreeReader.read(text, own);
    own.inFileOrder()
        .forEach(each ->
            problems.add(new Place(own.file(), each.line(), each.column()), each.message()));
    return value;
  }

  /// Returns a scenario with a value at a path. What leads nowhere is added to the problems.
  ///
  /// @param place where the path is named
  static Tree apply(Tree root, String path, Tree value, Place place, Problems problems) {
    return applied(root, List.of(path.split("\\.", -1)), 0, _ -> value, place, problems);
  }

  /// Returns what the file says at a path; a problem is added if that is nothing.
  static Optional<Tree> require(Tree root, String path, Place place, Problems problems) {
    List<Tree> found = new ArrayList<>();
    UnaryOperator<Tree> find =
        each -> {
          found.add(each);
          return each;
        };
    int before = problems.count();
    applied(root, List.of(path.split("\\.", -1)), 0, find, place, problems);
    return problems.count() == before ? Optional.of(found.getLast()) : Optional.empty();
  }

  private static Tree applied(
      Tree tree,
      List<String> steps,
      int at,
      UnaryOperator<Tree> change,
      Place place,
      Problems problems) {
    if (at == steps.size()) {
      return change.apply(tree);
    }
    return switch (tree) {
      case Tree.Mapping mapping -> inMapping(mapping, steps, at, change, place, problems);
      case Tree.Sequence sequence -> inList(sequence, steps, at, change, place, problems);
      case Tree.Scalar scalar -> {
        problems.add(
            place,
            "the path `" + path(steps, steps.size()) + "` goes on behind `" + scalar.text() + "`");
        yield tree;
      }
    };
  }

  private static Tree inMapping(
      Tree.Mapping mapping,
      List<String> steps,
      int at,
      UnaryOperator<Tree> change,
      Place place,
      Problems problems) {
    String key = steps.get(at);
    List<Tree.Entry> entries = new ArrayList<>(mapping.entries());
    for (int i = 0; i < entries.size(); i++) {
      Tree.Entry entry = entries.get(i);
      if (entry.key().equals(key)) {
        Tree value = applied(entry.value(), steps, at + 1, change, place, problems);
        entries.set(i, new Tree.Entry(key, entry.place(), value));
        return new Tree.Mapping(entries, mapping.place());
      }
    }
    Tree nothing = new Tree.Scalar("", true, place);
    Tree added = change.apply(nothing);
    if (at < steps.size() - 1 || added.equals(nothing)) {
      refuse(steps, at, entries.stream().map(Tree.Entry::key).toList(), place, problems);
      return mapping;
    }
    entries.add(new Tree.Entry(key, place, added));
    return new Tree.Mapping(entries, mapping.place());
  }

  private static Tree inList(
      Tree.Sequence list,
      List<String> steps,
      int at,
      UnaryOperator<Tree> change,
      Place place,
      Problems problems) {
    List<Tree> items = new ArrayList<>(list.items());
    List<String> names = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String name = name(items.get(i));
      names.add(name);
      if (name.equals(steps.get(at))) {
        items.set(i, applied(items.get(i), steps, at + 1, change, place, problems));
        return new Tree.Sequence(items, list.place());
      }
    }
    refuse(steps, at, names, place, problems);
    return list;
  }

  private static String name(Tree item) {
    if (!(item instanceof Tree.Mapping mapping)) {
      return "";
    }
    return mapping.entries().stream()
        .filter(entry -> entry.key().equals(AgentEntry.NAME))
        .findFirst()
        .or(() -> mapping.entries().stream().findFirst())
        .map(Tree.Entry::value)
        .map(value -> value instanceof Tree.Scalar(String text, _, _) ? text : "")
        .orElse("");
  }

  private static void refuse(
      List<String> steps, int at, List<String> known, Place place, Problems problems) {
    String path = path(steps, at + 1);
    String hint = Nearest.hint(steps.get(at), known);
    String all = hint.isEmpty() ? "; there are " + String.join(", ", known) : hint;
    problems.add(place, "the path `" + path + "` leads nowhere in this scenario" + all);
  }

  private static String path(List<String> steps, int count) {
    return String.join(".", steps.subList(0, count));
  }
}
