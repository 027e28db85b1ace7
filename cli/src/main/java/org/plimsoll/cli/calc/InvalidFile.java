package org.plimsoll.cli.calc;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// The refusal of an input file. Its message begins with the file and the line, as editors expect
/// it.
public final class InvalidFile extends ParameterException {
  private static final long serialVersionUID = 1L;

  InvalidFile(CommandLine command, String message) {
    super(command, message);
  }
}
