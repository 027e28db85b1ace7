package org.plimsoll.solvency.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plimsoll.text.Place;
import org.plimsoll.text.Tree;

/// Turns the fields that the CSV parser finds into values that know their places.
///
/// A large table says the same few words over and over, such as the owner of an account; a text
/// that was met not long ago is not made again, which saves half of the memory of a book.
final class TableRows extends AbstractBaseCsvCallbackHandler<List<Tree.Scalar>> {
  private static final int TEXTS_KEPT = 1 << 12;

  private final String file;
  private final @Nullable String[] kept = new String[TEXTS_KEPT];
  private final int[] hashes = new int[TEXTS_KEPT];
  private List<Tree.Scalar> row = new ArrayList<>();
  private int line;
  private int column;

  /// @param file what places call the table
  TableRows(String file) {
    this.file = file;
  }

  /// Returns the line in which the row begins that was read last, or was being read when the parser
  /// gave up.
  int line() {
    return line;
  }

  @Override
  protected void handleBegin(long startingLine) {
    line = Math.toIntExact(startingLine);
    column = 1;
    row = new ArrayList<>(row.size());
  }

  @Override
  protected void handleField(int index, char[] chars, int from, int length, boolean isQuoted) {
    String text = text(chars, from, length);
    row.add(new Tree.Scalar(text, !isQuoted, new Place(file, line, column)));
    column += 1 + text.codePointCount(0, length);
    if (isQuoted) {
      column += 2 + Math.toIntExact(text.chars().filter(each -> each == '"').count());
    }
  }

  @Override
  protected List<Tree.Scalar> buildRecord() {
    return row;
  }

  private String text(char[] chars, int from, int length) {
    int hash = length;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + chars[from + i];
    }
    int slot = (hash ^ (hash >>> 16)) & (TEXTS_KEPT - 1);
    String last = kept[slot];
    if (last == null || hashes[slot] != hash || !isSame(last, chars, from, length)) {
      hashes[slot] = hash;
      last = new String(chars, from, length);
      kept[slot] = last;
    }
    return last;
  }

  private static boolean isSame(String text, char[] chars, int from, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != chars[from + i]) {
        return false;
      }
    }
    return true;
  }
}
