package org.plimsoll.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plimsoll.server.ServerSettings;
import org.plimsoll.server.http.PemFiles;
import picocli.CommandLine.Option;

/// Where a server listens, and by what it proves who it is.
final class ListenOptions {
  private static final List<String> THIS_MACHINE = List.of("127.0.0.1", "localhost", "::1");

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "Where it listens (default: 127.0.0.1, this machine only); another one needs TLS or"
              + " --insecure.")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where it listens there (default: 8080); 0 takes a free one.")
  private int port = 8080;

  @Option(
      names = "--tls-certificate",
      paramLabel = "FILE",
      description = "Its certificate in PEM, and those that vouch for it.")
  private Optional<Path> certificate = Optional.empty();

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The certificate's private key: PEM, PKCS #8, not encrypted.")
  private Optional<Path> key = Optional.empty();

  @Option(
      names = "--insecure",
      description = "Listen to other machines without TLS: whoever is between reads everything.")
  private boolean isInsecure;

  /// Checks them.
  ///
  /// @throws CommandFailure if they make no sense, or a file of TLS has not what it should
  void require() {
    if (port < 0 || port > 65_535) {
      throw usage("--port: " + port + " is none; give 0 to 65535");
    }
    if (certificate.isPresent() != key.isPresent()) {
      throw usage("--tls-certificate and --tls-key go together");
    }
    if (!THIS_MACHINE.contains(host) && certificate.isEmpty() && !isInsecure) {
      throw usage(
          "--host: "
              + host
              + " is open to other machines; give --tls-certificate and --tls-key, or --insecure");
    }
    try {
      for (PemFiles files : proof().stream().toList()) {
        var _ = files.privateKey();
      }
    } catch (IOException unreadable) {
      throw new CommandFailure(ExitCode.INVALID_INPUT, String.valueOf(unreadable.getMessage()));
    }
  }

  private static CommandFailure usage(String message) {
    return new CommandFailure(ExitCode.USAGE, message);
  }

  private Optional<PemFiles> proof() {
    return certificate.flatMap(chain -> key.map(secret -> new PemFiles(chain, secret)));
  }

  /// Returns settings with them.
  ServerSettings on(ServerSettings settings) {
    return settings.behind(settings.door().onPort(port).at(host, proof()));
  }

  /// Returns whether it proves who it is.
  boolean hasProof() {
    return certificate.isPresent();
  }

  /// Returns where clients on this machine find it.
  URI local(int openPort) {
    boolean isEverywhere = host.equals("0.0.0.0") || host.equals("::");
    return URI.create(isEverywhere ? "http://127.0.0.1:" + openPort : url(openPort));
  }

  /// Returns where clients find it.
  String url(int openPort) {
    String scheme = hasProof() ? "https" : "http";
    return scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + openPort;
  }

  /// Says what they come to.
  void print(PrintWriter out) {
    out.println(
        "  address   "
            + url(port)
            + (THIS_MACHINE.contains(host) ? ", for this machine only" : ", for every machine"));
    out.println("  TLS       " + (hasProof() ? "yes" : "none"));
  }
}
