package org.plimsoll.sweep;

import java.io.IOException;
import java.util.Optional;
import java.util.ServiceLoader;
import org.plimsoll.solvency.file.PartSite;

/// Machines that run sweeps and read books together. What knows them is a module of its own, which
/// is on the class path only where it was asked for.
public interface Cluster {
  /// Returns the one that is on the class path, if any is.
  static Optional<Cluster> found() {
    return ServiceLoader.load(Cluster.class).findFirst();
  }

  /// Returns where runs are run that are sent to an address; asks nobody there yet.
  ///
  /// @param address such as `spark://127.0.0.1:7077`, or `local`: the same engine in this process
  /// @param atOnce how many runs are under way at once where `local` is meant
  /// @throws IllegalArgumentException if it is no address
  RunSite at(String address, int atOnce);

  /// Returns where parts of books are read that are sent to an address; asks nobody there yet.
  ///
  /// @param atOnce how many parts are read at once where `local` is meant
  /// @throws IllegalArgumentException if it is no address
  PartSite partsAt(String address, int atOnce);

  /// Starts a cluster on this machine, which nobody else reaches.
  ///
  /// @param port where it listens
  /// @param workers how many processes do the work, each on one core
  /// @throws IOException if it does not come up
  Local start(int port, int workers) throws IOException;

  /// A cluster of processes on this machine, which end with it.
  interface Local extends AutoCloseable {
    /// Returns where sweeps are sent to.
    String address();

    /// Returns whether there is still somebody to work and somebody to say what.
    boolean isUp();

    /// Ends its processes.
    @Override
    void close();
  }
}
