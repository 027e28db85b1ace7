package org.plimsoll.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `plimsoll version`: what a bug report should start with.
@Command(
    name = "version",
    description = "Print the version of Plimsoll, and of the Java and the system it runs on.")
final class VersionVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("plimsoll " + Version.current());
    out.println("java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
    out.println("system " + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return ExitCode.SOUND.number();
  }
}
