package org.plimsoll.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.plimsoll.host.HostSettings;
import org.plimsoll.server.exchange.Home;
import org.plimsoll.server.exchange.Pace;
import org.plimsoll.server.fault.FaultPlan;
import org.plimsoll.server.http.DoorSettings;
import org.plimsoll.server.keys.Rates;

/// How a server runs.
///
/// @param directory what it keeps lies here: the journal, the keys, the store, the venue's file
/// @param venue the file that a new venue opens by; the sandbox where none is named. A directory
///   that has a venue goes on with the file that it was opened by
/// @param door where it listens and what it lets through
/// @param home where commands are decided
/// @param storeUrl of JDBC; a file in the directory where none is named
/// @param rates how often clients may ask
/// @param faults what goes wrong for clients on purpose
/// @param watchEveryNs how long solvency is not read after a reading, in nanoseconds
/// @param operation what its operator has besides
public record ServerSettings(
    Path directory,
    Optional<Path> venue,
    DoorSettings door,
    Home home,
    Optional<String> storeUrl,
    Rates rates,
    FaultPlan faults,
    long watchEveryNs,
    Operation operation) {
  /// Returns what a sandbox needs.
  public static ServerSettings sandbox(Path directory) {
    return new ServerSettings(
        directory,
        Optional.empty(),
        DoorSettings.DEFAULT,
        new Home.Own(HostSettings.DEFAULT, new Pace.Real()),
        Optional.empty(),
        Rates.BASE_TIER,
        FaultPlan.NONE,
        500_000_000,
        Operation.NONE);
  }

  /// Returns the same on another port.
  public ServerSettings onPort(int port) {
    return new ServerSettings(
        directory,
        venue,
        door.onPort(port),
        home,
        storeUrl,
        rates,
        faults,
        watchEveryNs,
        operation);
  }

  /// Returns the same with another venue file.
  public ServerSettings of(Optional<Path> file) {
    return new ServerSettings(
        directory, file, door, home, storeUrl, rates, faults, watchEveryNs, operation);
  }

  /// Returns the same elsewhere.
  public ServerSettings at(Home other) {
    return new ServerSettings(
        directory, venue, door, other, storeUrl, rates, faults, watchEveryNs, operation);
  }

  /// Returns the same with a host of its own of the usual sizes, at a pace.
  public ServerSettings at(Pace pace) {
    return at(new Home.Own(HostSettings.DEFAULT, pace));
  }

  /// Returns the same with other limits to how often clients may ask.
  public ServerSettings with(Rates other) {
    return new ServerSettings(
        directory, venue, door, home, storeUrl, other, faults, watchEveryNs, operation);
  }

  /// Returns the same with things going wrong for clients.
  public ServerSettings with(FaultPlan plan) {
    return new ServerSettings(
        directory, venue, door, home, storeUrl, rates, plan, watchEveryNs, operation);
  }

  /// Returns the same with another door.
  public ServerSettings behind(DoorSettings other) {
    return new ServerSettings(
        directory, venue, other, home, storeUrl, rates, faults, watchEveryNs, operation);
  }

  /// Returns the same with another query store.
  public ServerSettings storedAt(Optional<String> url) {
    return new ServerSettings(
        directory, venue, door, home, url, rates, faults, watchEveryNs, operation);
  }

  /// Returns the same with other means for its operator.
  public ServerSettings with(Operation other) {
    return new ServerSettings(
        directory, venue, door, home, storeUrl, rates, faults, watchEveryNs, other);
  }

  /// What an operator has besides.
  ///
  /// @param adminPort where the admin API listens, on this machine only; 0 takes any that is free,
  ///   and where there is none there is no admin API
  /// @param webhook where alarms are posted
  /// @param enforcesLoadLines whether new debt is kept below the load line
  public record Operation(OptionalInt adminPort, Optional<URI> webhook, boolean enforcesLoadLines) {
    /// Nothing of all that.
    public static final Operation NONE =
        new Operation(OptionalInt.empty(), Optional.empty(), false);
  }
}
