package org.plimsoll.text;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Holds a file against its schema and says in sentences, with places, where the two differ.
public final class Structure {
  private final FileSchema schema;
  private final Tree root;
  private final Problems problems;

  private Structure(FileSchema schema, Tree root, Problems problems) {
    this.schema = schema;
    this.root = root;
    this.problems = problems;
  }

  /// Adds a problem for everything in which a file differs from its schema.
  public static void check(Tree root, FileSchema schema, Problems problems) {
    report(root, schema, schema.findings(TreeJson.of(root)), problems);
  }

  /// Adds a problem for everything in which one entry of a section, which may stand in a table,
  /// differs from the schema of the file.
  public static void checkEntry(String section, Tree entry, FileSchema schema, Problems problems) {
    Tree entries = new Tree.Sequence(List.of(entry), entry.place());
    Tree.Entry named = new Tree.Entry(section, entry.place(), entries);
    Tree file = new Tree.Mapping(List.of(named), entry.place());
    List<Error> findings =
        schema.findings(TreeJson.of(file)).stream()
            .filter(finding -> finding.getInstanceLocation().getNameCount() > 0)
            .toList();
    report(file, schema, findings, problems);
  }

  private static void report(
      Tree root, FileSchema schema, List<Error> findings, Problems problems) {
    Structure structure = new Structure(schema, root, problems);
    findings.stream().filter(finding -> !isBranch(finding)).forEach(structure::report);
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
              "`"
                  + finding.getProperty()
                  + "` needs the key `"
                  + companion(finding, rule)
                  + "` beside it");
      case "oneOf" -> problems.add(target.place(), target.name() + Wording.branches(rule));
      case "minItems", "minProperties" ->
          problems.add(target.place(), target.name() + " is empty; expected " + title);
      case "uniqueItems" -> problems.add(target.place(), target.name() + " names something twice");
      case "enum" -> problems.add(target.place(), Wording.choice(target, rule, title));
      default -> problems.add(target.place(), Wording.value(target, rule, title, problems.kind()));
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

  private static String companion(Error finding, JsonNode rule) {
    return rule.path("dependentRequired").path(finding.getProperty()).path(0).asString("");
  }

  private String title(String definition) {
    return schema.root().path("$defs").path(definition).path("title").asString("");
  }

  /// Returns the part of the schema that the finding's keyword belongs to.
  private JsonNode rule(Error finding) {
    NodePath fragment = finding.getSchemaLocation().getFragment();
    JsonNode rule = schema.root();
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
