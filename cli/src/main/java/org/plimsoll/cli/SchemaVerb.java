package org.plimsoll.cli;

import java.util.concurrent.Callable;
import org.plimsoll.ecosystem.library.ShippedScenarios;
import org.plimsoll.server.file.VenueFileSchema;
import org.plimsoll.solvency.file.BookSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `plimsoll schema`: the JSON Schema of a kind of file, for editors.
@Command(
    name = "schema",
    description = "Print the JSON Schema of a kind of file, so that an editor can complete it.")
final class SchemaVerb implements Callable<Integer> {
  /// The kinds of file that have a schema.
  enum Kind {
    BOOK,
    SCENARIO,
    VENUE
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "KIND", description = "book, scenario or venue")
  private Kind kind = Kind.BOOK;

  @Override
  public Integer call() {
    String text =
        switch (kind) {
          case BOOK -> BookSchema.text();
          case SCENARIO -> ShippedScenarios.schema();
          case VENUE -> VenueFileSchema.text();
        };
    spec.commandLine().getOut().print(text);
    return ExitCode.SOUND.number();
  }
}
