package org.plimsoll.text;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A JSON Schema (draft 2020-12): the one place that says how a file looks.
///
/// The sentences about a file are made of the schema's own words: `title` is what a value ought to
/// be ("a decimal such as 0.5"), `description` is what a key says, `examples` are shown.
public final class FileSchema {
  private final Schema whole;
  private final Schema part;

  private FileSchema(Schema whole, Schema part) {
    this.whole = whole;
    this.part = part;
  }

  /// Takes the text of a schema.
  public static FileSchema of(String json) {
    Schema whole =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(json, InputFormat.JSON);
    return new FileSchema(whole, whole);
  }

  /// Returns the schema of one definition, which may name the other definitions.
  ///
  /// @param definition its name under `$defs`
  public FileSchema definition(String definition) {
    return new FileSchema(
        whole, whole.getRefSchema(SchemaLocation.Fragment.of("/$defs/" + definition)));
  }

  /// Returns everything in which a file differs from the schema.
  List<Error> findings(JsonNode file) {
    return part.validate(file);
  }

  /// Returns the whole schema as a tree, of which this may be one definition.
  public JsonNode root() {
    return whole.getSchemaNode();
  }
}
