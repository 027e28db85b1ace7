package org.plimsoll.cli;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plimsoll.cluster.ClusterSettings.Address;
import org.plimsoll.server.ServerSettings;
import org.plimsoll.server.exchange.Home;
import org.plimsoll.server.exchange.Pace;
import org.plimsoll.venue.Limits;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Where the commands of a served exchange are decided, and how its time passes.
final class HomeOptions {
  private static final int FIRST_CLIENT = 1;

  @Option(
      names = "--cluster",
      paramLabel = "HOSTS",
      converter = HostsConverter.class,
      description =
          "Let a cluster decide instead of a host of its own: all its nodes in their order, such as"
              + " 10.0.0.1:9000,10.0.0.2:9000,10.0.0.3:9000.")
  private Optional<List<Address>> cluster = Optional.empty();

  @Option(
      names = "--client",
      paramLabel = "N",
      description =
          "With --cluster, the number in whose name this server sends; each server of a cluster has"
              + " its own, from 1 (default: 1).")
  private Optional<Integer> client = Optional.empty();

  @Option(
      names = "--clock",
      paramLabel = "PACE",
      converter = PaceConverter.class,
      description =
          "How time passes: real (the default), fast:60x, or manual: by the admin API alone.")
  private Pace pace = new Pace.Real();

  /// Checks them.
  ///
  /// @throws CommandFailure if they make no sense
  void require() {
    if (cluster.isPresent() && !(pace instanceof Pace.Real)) {
      throw usage("--clock: the time of a cluster is in its log; leave it out with --cluster");
    }
    if (cluster.isEmpty() && client.isPresent()) {
      throw usage("--client: only servers of a --cluster have one");
    }
    int number = client.orElse(FIRST_CLIENT);
    if (number < FIRST_CLIENT || number >= Limits.DEFAULT.clientsMax()) {
      throw usage(
          "--client: "
              + number
              + " is none; give "
              + FIRST_CLIENT
              + " to "
              + (Limits.DEFAULT.clientsMax() - 1));
    }
  }

  private static CommandFailure usage(String message) {
    return new CommandFailure(ExitCode.USAGE, message);
  }

  /// Returns settings with them.
  ServerSettings on(ServerSettings settings) {
    return cluster.isPresent()
        ? settings.at(new Home.Cluster(cluster.get(), client.orElse(FIRST_CLIENT)))
        : settings.at(pace);
  }

  /// Says what they come to.
  String words() {
    return cluster
        .map(members ->
            "by the cluster at "
                + String.join(", ", members.stream().map(Address::toString).toList()))
        .orElse("by a host of its own");
  }

  /// Reads `HOST:PORT,HOST:PORT,HOST:PORT`.
  static final class HostsConverter implements ITypeConverter<List<Address>> {
    @Override
    public List<Address> convert(String text) {
      try {
        return Arrays.stream(text.split(",", -1)).map(String::strip).map(Address::of).toList();
      } catch (IllegalArgumentException nonsense) {
        throw new TypeConversionException(
            "'" + text + "' are no nodes; give HOST:PORT for each, with commas");
      }
    }
  }

  /// Reads `real` and `fast:60x`.
  static final class PaceConverter implements ITypeConverter<Pace> {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    @Override
    public Pace convert(String text) {
      if (text.equals("real")) {
        return new Pace.Real();
      }
      if (text.equals("manual")) {
        return new Pace.Manual(new Pace.Hands());
      }
      if (text.matches("fast:[0-9]{1,7}(\\.[0-9]{1,3})?x")) {
        BigDecimal factor = new BigDecimal(text.substring(5, text.length() - 1));
        if (factor.signum() > 0 && factor.compareTo(MOST) <= 0) {
          return new Pace.Fast(factor);
        }
      }
      throw new TypeConversionException(
          "'" + text + "' is no pace; give real, manual, or fast:60x with 0.001 to 1000000");
    }
  }
}
