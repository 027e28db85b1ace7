package org.plimsoll.server.file;

import org.plimsoll.text.FileSchema;
import org.plimsoll.text.bind.RecordSchema;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema of venue files, made of the records that they become.
public final class VenueFileSchema {
  private static final String TEXT = make();
  private static final FileSchema SCHEMA = FileSchema.of(TEXT);

  private VenueFileSchema() {}

  /// Returns the schema as JSON text, for editors.
  public static String text() {
    return TEXT;
  }

  static FileSchema schema() {
    return SCHEMA;
  }

  private static String make() {
    RecordSchema records = new RecordSchema();
    records.define("name", RecordSchema.name());
    ObjectNode version =
        (ObjectNode) records.define(VenueFile.class).path("properties").path("venue");
    version.removeAll();
    version.put("title", "1, the version of this format").put("const", 1);
    version.put("description", "The version of this format.");
    return records.text("urn:plimsoll:venue:1", VenueFile.class);
  }
}
