package org.plimsoll.solvency.file;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Holds a file against the schema and says in sentences, with places, where the two differ.
final class Structure {
  private final Tree root;
  private final Problems problems;

  private Structure(Tree root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  /// Adds a problem for everything in which the file differs from the schema.
  static void check(Tree root, Problems problems) {
    report(root, BookSchema.findings(TreeJson.of(root)), problems);
  }

  /// Adds a problem for everything in which the file differs from the schema of policy files.
  static void checkPolicy(Tree root, Problems problems) {
    report(root, BookSchema.policyFindings(TreeJson.of(root)), problems);
  }

  private static void report(Tree root, List<Error> findings, Problems problems) {
    Structure structure = new Structure(root, problems);
    findings.stream().filter(finding -> !isBranch(finding)).forEach(structure::report);
    Days.check(root, problems);
  }

  /// Adds a problem for everything in which one entry of a section differs from the schema.
  static void checkEntry(String section, Tree entry, Problems problems) {
    Tree entries = new Tree.Sequence(List.of(entry), entry.place());
    Tree.Entry named = new Tree.Entry(section, entry.place(), entries);
    Tree file = new Tree.Mapping(List.of(named), entry.place());
    List<Error> findings =
        BookSchema.findings(TreeJson.of(file)).stream()
            .filter(finding -> finding.getInstanceLocation().getNameCount() > 0)
            .toList();
    report(file, findings, problems);
  }

  /// The branches of a choice fail one by one; only the choice itself is worth a sentence.
  private static boolean isBranch(Error finding) {
    NodePath path = finding.getEvaluationPath();
    for (int i = 0; i < path.getNameCount() - 1; i++) {
      if (path.getName(i).equals("oneOf")) {
        return true;
      }
    }
    return false;
  }

  private void report(Error finding) {
    JsonNode rule = rule(finding);
    Target target = target(finding.getInstanceLocation());
    String title = rule.path("title").asString("what is expected");
    switch (finding.getKeyword()) {
      case "additionalProperties" -> unknownKey(target, finding.getProperty(), rule, title);
      case "propertyNames" ->
          problems.add(
              target.keyPlace(finding.getProperty()),
              "`" + finding.getProperty() + "` is not " + title("id"));
      case "required" -> missingKey(target, finding.getProperty(), rule, title);
      case "dependentRequired" ->
          problems.add(
              target.keyPlace(finding.getProperty()),
              "`" + finding.getProperty() + "` needs the key `asset` beside it");
      case "oneOf" ->
          problems.add(
              target.place(),
              target.name()
                  + " must say either `value`, or `low` and `high` (or one of them), or"
                  + " `unknown: true`");
      case "minItems", "minProperties" ->
          problems.add(target.place(), target.name() + " is empty; expected " + title);
      case "uniqueItems" -> problems.add(target.place(), target.name() + " names something twice");
      case "enum" -> problems.add(target.place(), Wording.choice(target, rule, title));
      default -> problems.add(target.place(), Wording.value(target, rule, title));
    }
  }

  private void unknownKey(Target target, String key, JsonNode rule, String title) {
    List<String> known = new ArrayList<>(rule.path("properties").propertyNames());
    String hint = Nearest.hint(key, known);
    String ending = hint.isEmpty() ? "; it has " + String.join(", ", known) : hint;
    problems.add(target.keyPlace(key), "the key `" + key + "` is not known in " + title + ending);
  }

  private void missingKey(Target target, String key, JsonNode rule, String title) {
    String about = rule.path("properties").path(key).path("description").asString("");
    problems.add(
        target.place(), "the key `" + key + "` is missing; " + title + " needs it: " + about);
  }

  private static String title(String definition) {
    return BookSchema.root().path("$defs").path(definition).path("title").asString("");
  }

  /// Returns the part of the schema that the finding's keyword belongs to.
  private static JsonNode rule(Error finding) {
    NodePath fragment = finding.getSchemaLocation().getFragment();
    JsonNode rule = BookSchema.root();
    for (int i = 0; i < fragment.getNameCount() - 1; i++) {
      rule =
          fragment.getElement(i) instanceof Integer index
              ? rule.path(index)
              : rule.path(fragment.getName(i));
    }
    return rule;
  }

  private Target target(NodePath path) {
    Tree at = root;
    String name = "";
    for (int i = 0; i < path.getNameCount(); i++) {
      String step = path.getName(i);
      switch (at) {
        case Tree.Sequence sequence -> at = sequence.items().get(Integer.parseInt(step));
        case Tree.Mapping mapping -> {
          at = entry(mapping, step).value();
          name = step;
        }
        case Tree.Scalar scalar ->
            throw new IllegalStateException("nothing stands under " + scalar.text());
      }
    }
    return new Target(at, name);
  }

  private static Tree.Entry entry(Tree.Mapping mapping, String key) {
    return mapping.entries().stream()
        .filter(entry -> entry.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no key " + key));
  }

  /// What a finding is about.
  ///
  /// @param tree the piece of the file
  /// @param key the nearest key above it, or nothing at the top of the file
  record Target(Tree tree, String key) {
    Place place() {
      return tree.place();
    }

    String name() {
      return key.isEmpty() ? "the file" : "`" + key + "`";
    }

    Place keyPlace(String wanted) {
      return tree instanceof Tree.Mapping mapping ? entry(mapping, wanted).place() : place();
    }
  }
}
