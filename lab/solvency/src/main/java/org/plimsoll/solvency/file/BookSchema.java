package org.plimsoll.solvency.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.plimsoll.text.FileSchema;
import org.plimsoll.text.Problems;
import org.plimsoll.text.Structure;
import org.plimsoll.text.Tree;
import tools.jackson.databind.JsonNode;

/// The published JSON Schema (draft 2020-12) of a book file: the one place that says how a book
/// looks.
public final class BookSchema {
  private static final String RESOURCE = "book.schema.json";
  private static final String TEXT = load();
  private static final FileSchema SCHEMA = FileSchema.of(TEXT);
  private static final FileSchema POLICY_SCHEMA = SCHEMA.definition("policyFile");

  private BookSchema() {}

  /// Returns the schema as JSON text, for editors and for `plimsoll schema book`.
  public static String text() {
    return TEXT;
  }

  /// Adds a problem for everything in which a file differs from the schema.
  static void check(Tree file, Problems problems) {
    Structure.check(file, SCHEMA, problems);
    Days.check(file, problems);
  }

  /// Adds a problem for everything in which a file differs from the schema of policy files.
  static void checkPolicy(Tree file, Problems problems) {
    Structure.check(file, POLICY_SCHEMA, problems);
    Days.check(file, problems);
  }

  /// Adds a problem for everything in which one entry of a section differs from the schema.
  static void checkEntry(String section, Tree entry, Problems problems) {
    Structure.checkEntry(section, entry, SCHEMA, problems);
    Days.checkEntry(entry, problems);
  }

  /// Returns the schema as a tree.
  static JsonNode root() {
    return SCHEMA.root();
  }

  private static String load() {
    try (InputStream in = BookSchema.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + RESOURCE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + RESOURCE, unreadable);
    }
  }
}
