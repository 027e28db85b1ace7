package org.plimsoll.solvency.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.plimsoll.text.Tree;

/// A column of a table.
///
/// @param basket the key that holds quantities by asset, such as `balances`; empty for other keys
/// @param key the key of an entry, or the asset
/// @param isNeeded whether an entry must have it
/// @param sort what its cells hold
/// @param isValid whether the schema is sure to accept a text that is no range
record TableColumn(
    String basket, String key, boolean isNeeded, Sort sort, Predicate<String> isValid) {
  /// What stands between the ends of a range.
  static final String TO = "..";

  /// What the cells of a column hold.
  enum Sort {
    /// A text, even if it looks like a number.
    TEXT,
    /// Texts with blanks between them.
    TEXTS,
    /// A figure, which may be a range.
    FIGURE,
    /// A number without a range, or a yes or no.
    VALUE
  }

  boolean isPlainlyValid(String text) {
    if (text.isEmpty()) {
      return !isNeeded;
    }
    int to = sort == Sort.FIGURE ? text.indexOf(TO) : -1;
    return to < 0 ? isValid.test(text) : isRange(text.substring(0, to), text.substring(to + 2));
  }

  private boolean isRange(String low, String high) {
    boolean isSaid = !low.isEmpty() || !high.isEmpty();
    return isSaid && isEnd(low) && isEnd(high);
  }

  private boolean isEnd(String text) {
    return text.isEmpty() || (isValid.test(text) && !text.equals("unknown"));
  }

  /// Returns what a cell says, as it would stand in YAML. Quotes of CSV only hold commas together
  /// and mean no text.
  Tree value(Tree.Scalar cell) {
    return switch (sort) {
      case TEXT -> new Tree.Scalar(cell.text(), false, cell.place());
      case TEXTS -> texts(cell);
      case FIGURE -> cell.text().contains(TO) ? range(cell) : number(cell.text(), cell);
      case VALUE -> number(cell.text(), cell);
    };
  }

  private static Tree texts(Tree.Scalar cell) {
    List<Tree> texts = new ArrayList<>();
    for (String text : cell.text().split(" ")) {
      texts.add(new Tree.Scalar(text, false, cell.place()));
    }
    return new Tree.Sequence(texts, cell.place());
  }

  private static Tree range(Tree.Scalar cell) {
    int to = cell.text().indexOf(TO);
    List<Tree.Entry> ends = new ArrayList<>();
    addEnd("low", cell.text().substring(0, to), cell, ends);
    addEnd("high", cell.text().substring(to + TO.length()), cell, ends);
    return new Tree.Mapping(ends, cell.place());
  }

  private static void addEnd(String key, String text, Tree.Scalar cell, List<Tree.Entry> ends) {
    if (!text.isEmpty()) {
      ends.add(new Tree.Entry(key, cell.place(), number(text, cell)));
    }
  }

  private static Tree number(String text, Tree.Scalar cell) {
    return new Tree.Scalar(text, !text.contains(","), cell.place());
  }
}
