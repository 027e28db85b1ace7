package org.plimsoll.solvency.file;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The published JSON Schema (draft 2020-12) of a book file: the one place that says how a book
/// looks.
public final class BookSchema {
  private static final String RESOURCE = "book.schema.json";
  private static final String TEXT = load();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(TEXT, InputFormat.JSON);

  private static final Schema POLICY_SCHEMA =
      SCHEMA.getRefSchema(SchemaLocation.Fragment.of("/$defs/policyFile"));

  private BookSchema() {}

  /// Returns the schema as JSON text, for editors and for `plimsoll schema book`.
  public static String text() {
    return TEXT;
  }

  /// Returns everything in which a file differs from the schema.
  static List<Error> findings(JsonNode file) {
    return SCHEMA.validate(file);
  }

  /// Returns everything in which a policy file differs from its part of the schema.
  static List<Error> policyFindings(JsonNode file) {
    return POLICY_SCHEMA.validate(file);
  }

  /// Returns the schema as a tree.
  static JsonNode root() {
    return SCHEMA.getSchemaNode();
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
