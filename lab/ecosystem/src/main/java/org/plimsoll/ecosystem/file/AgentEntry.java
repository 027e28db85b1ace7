package org.plimsoll.ecosystem.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plimsoll.text.Fields;
import org.plimsoll.text.Reading;
import org.plimsoll.text.Tree;

/// An agent's entry in a file: what every kind has, and its terms.
final class AgentEntry {
  static final String AGENT = "agent";
  static final String NAME = "name";
  static final String COUNT = "count";
  static final String SOURCE = "source";

  /// The keys that are no terms.
  static final Set<String> KEYS = new TreeSet<>(List.of(AGENT, NAME, COUNT, SOURCE));

  /// How many agents one entry may stand for.
  static final int COUNT_MAX = 10_000;

  private static final String NUMBER_SIGN = "#";

  private final Tree tree;
  private final Fields fields;

  AgentEntry(Tree tree, Reading reading) {
    this.tree = tree;
    fields = new Fields(tree, reading);
  }

  String kind() {
    return fields.text(AGENT);
  }

  Fields fields() {
    return fields;
  }

  Tree tree() {
    return tree;
  }

  /// Returns how many agents the entry stands for.
  int count() {
    String text = fields.text(COUNT);
    return text.matches("[1-9][0-9]{0,4}") ? Math.min(Integer.parseInt(text), COUNT_MAX) : 1;
  }

  /// Returns the name of one of them.
  ///
  /// @param number from 1
  String name(int number) {
    String name = fields.text(NAME);
    if (count() == 1 || name.contains(NUMBER_SIGN)) {
      return name.replace(NUMBER_SIGN, Integer.toString(number));
    }
    return name + "-" + number;
  }

  /// Returns the terms of one of them: its number stands in the place of `#` in every text.
  Tree terms(int number) {
    if (!(tree instanceof Tree.Mapping mapping)) {
      return tree;
    }
    List<Tree.Entry> terms = new ArrayList<>();
    for (Tree.Entry entry : mapping.entries()) {
      if (!KEYS.contains(entry.key())) {
        terms.add(new Tree.Entry(entry.key(), entry.place(), numbered(entry.value(), number)));
      }
    }
    return new Tree.Mapping(terms, mapping.place());
  }

  private Tree numbered(Tree value, int number) {
    return value instanceof Tree.Scalar(String text, boolean isPlain, var place)
        ? new Tree.Scalar(text.replace(NUMBER_SIGN, Integer.toString(number)), isPlain, place)
        : value;
  }
}
