package org.plimsoll.cli;

import org.plimsoll.solvency.file.PartSite;
import org.plimsoll.sweep.Cluster;
import org.plimsoll.sweep.RunSite;

/// Apache Spark, which is there only where `./plimsoll` has put it on the class path.
final class Spark {
  private Spark() {}

  /// Returns what knows it.
  ///
  /// @throws CommandFailure with exit code 2 if it is not there
  static Cluster cluster() {
    return Cluster.found()
        .orElseThrow(() ->
            new CommandFailure(
                ExitCode.USAGE,
                "Apache Spark is not here; './plimsoll', from a clone, fetches it for"
                    + " '--on' and 'spark up'"));
  }

  /// Returns where runs are run that are sent to an address.
  ///
  /// @throws CommandFailure with exit code 2 if it is none
  static RunSite site(String address, int atOnce) {
    try {
      return cluster().at(address, atOnce);
    } catch (IllegalArgumentException nowhere) {
      throw new CommandFailure(ExitCode.USAGE, "--on: " + nowhere.getMessage());
    }
  }

  /// Returns where parts of books are read that are sent to an address.
  ///
  /// @throws CommandFailure with exit code 2 if it is none
  static PartSite parts(String address, int atOnce) {
    try {
      return cluster().partsAt(address, atOnce);
    } catch (IllegalArgumentException nowhere) {
      throw new CommandFailure(ExitCode.USAGE, "--on: " + nowhere.getMessage());
    }
  }
}
