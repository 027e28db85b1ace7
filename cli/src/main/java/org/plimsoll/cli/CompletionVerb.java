package org.plimsoll.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `plimsoll completion`: what a shell must know to complete the verbs and options.
@Command(
    name = "completion",
    description = {
      "Print a script with which a shell completes verbs and options.",
      "For this session: source <(plimsoll completion bash)"
    })
final class CompletionVerb implements Callable<Integer> {
  /// The shells for which there is a script. One text serves both: in zsh it turns on the emulation
  /// of bash's completion before it does the same.
  enum Shell {
    BASH,
    ZSH
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "bash or zsh")
  private Shell shell = Shell.BASH;

  @Override
  public Integer call() {
    String script =
        switch (shell) {
          case BASH, ZSH -> AutoComplete.bash("plimsoll", spec.root().commandLine());
        };
    spec.commandLine().getOut().print(script);
    return ExitCode.SOUND.number();
  }
}
