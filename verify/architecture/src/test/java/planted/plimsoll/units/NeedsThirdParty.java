package planted.plimsoll.units;

import picocli.CommandLine;

final class NeedsThirdParty {
  CommandLine.Help.Ansi color() {
    return CommandLine.Help.Ansi.OFF;
  }
}
