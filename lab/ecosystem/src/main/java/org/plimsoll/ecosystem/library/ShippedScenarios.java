package org.plimsoll.ecosystem.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plimsoll.ecosystem.file.ReadResult;
import org.plimsoll.ecosystem.file.ScenarioReader;
import org.plimsoll.text.Nearest;
import org.plimsoll.text.Problem;

/// The scenarios that come with the program, and those in files.
public final class ShippedScenarios {
  private static final List<String> NAMES =
      List.of(
          "bookkeeping",
          "celsius-and-funds",
          "diamond-dybvig",
          "discretionary-longs",
          "emission-support",
          "first-market",
          "four-stations",
          "ftx-2022",
          "global-game",
          "healthy-exchange",
          "kelly-or-linear",
          "knight-2012",
          "leverage-cycle",
          "leveraged-products",
          "levine",
          "luna-three-arrows",
          "market-making-decay",
          "mobilecoin-2021",
          "own-token-attack",
          "withdrawal-desk-run");

  private static final ScenarioReader READER = new ScenarioReader(AgentCatalog.kinds());

  private ShippedScenarios() {}

  /// Returns the names of the scenarios that ship, in alphabetical order.
  public static List<String> names() {
    return NAMES;
  }

  /// Returns the JSON Schema of scenario files.
  public static String schema() {
    return READER.schema().text();
  }

  /// Reads a file by its path, or a scenario that ships by its name. A file goes first.
  public static ReadResult read(String pathOrName) {
    Optional<Path> file = existing(pathOrName);
    if (file.isPresent()) {
      return read(file.get());
    }
    return NAMES.contains(pathOrName)
        ? READER.read(bytes(pathOrName), pathOrName, pathOrName)
        : refuse(pathOrName, unknown(pathOrName));
  }

  /// Reads the text of a scenario that was read before, maybe on another machine.
  ///
  /// @param name of the scenario
  public static ReadResult readText(String name, String text) {
    return READER.read(text.getBytes(StandardCharsets.UTF_8), name, name);
  }

  private static ReadResult read(Path file) {
    if (Files.isDirectory(file)) {
      return refuse(file.toString(), "this is a folder; expected a scenario file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(ScenarioReader.FILE_BYTES_MAX + 1);
      String name = file.toString().replaceFirst(".*/", "").replaceFirst("\\.ya?ml$", "");
      return READER.read(bytes, file.toString(), name);
    } catch (IOException unreadable) {
      return refuse(file.toString(), "this file cannot be read: " + unreadable);
    }
  }

  private static Optional<Path> existing(String path) {
    try {
      return Optional.of(Path.of(path))
          .filter(file -> !path.isEmpty() && Files.exists(file))
          .filter(file -> !Files.isDirectory(file) || !NAMES.contains(path));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(String name) {
    String resource = "/scenarios/" + name + ".yaml";
    try (InputStream in = ShippedScenarios.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the build left out the scenario " + name);
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the scenario " + name, unreadable);
    }
  }

  private static String unknown(String name) {
    return "there is no such file, and no shipped scenario of that name"
        + Nearest.hint(name, NAMES)
        + "; shipped are "
        + String.join(", ", NAMES);
  }

  private static ReadResult refuse(String name, String message) {
    return new ReadResult.Refused(List.of(new Problem(name, 0, 0, message)));
  }
}
