package org.plimsoll.cli.calc;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Gives options that the command line leaves out the values of the file that `--from` names.
final class FileDefaults implements IDefaultValueProvider {
  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    return argument instanceof OptionSpec option
            && argument.command().userObject() instanceof Calculation calculation
        ? calculation.fromFile(option)
        : null;
  }
}
