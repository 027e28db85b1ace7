package org.plimsoll.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a cluster is set up, the same on every node. It is read from a small file of lines such as
/// `members = 10.0.0.1:9000, 10.0.0.2:9000, 10.0.0.3:9000` (docs/reference/cluster.md).
///
/// @param members the nodes, in the order of their numbers from 0
/// @param data the directory below which each node has its own
/// @param heartbeatMs without a sign of life from the leader for so long, others elect one
/// @param tickMs how often time is passed on to the venue
/// @param checkEvery after how many commands nodes compare the fingerprints of their states
/// @param snapshotEvery after how many commands the leader asks for a snapshot; none is with 0
/// @param isSynced whether the log goes to the disk itself before it counts, so that a majority may
///   lose its power at once
/// @param isPruned whether each node deletes the log before its last snapshot but one
public record ClusterSettings(
    List<Address> members,
    Path data,
    long heartbeatMs,
    long tickMs,
    long checkEvery,
    long snapshotEvery,
    boolean isSynced,
    boolean isPruned) {
  private static final int MEMBERS_MAX = 7;
  private static final int PORT_MAX = 65_535;

  /// Checks the numbers.
  public ClusterSettings {
    members = List.copyOf(members);
    if (members.isEmpty() || members.size() > MEMBERS_MAX || members.size() % 2 == 0) {
      throw new IllegalArgumentException(
          "members: a cluster has 1, 3, 5 or 7, and these are " + members.size());
    }
    requireApart(members);
    require("heartbeat-ms", heartbeatMs, 200, 60_000);
    require("tick-ms", tickMs, 10, 60_000);
    require("check-every", checkEvery, 1, 1_000_000_000);
    require("snapshot-every", snapshotEvery, 0, 1_000_000_000);
    if (isPruned && snapshotEvery == 0) {
      throw new IllegalArgumentException("prune: without snapshots nothing can be deleted");
    }
  }

  /// Creates one with what is usual: leaders are missed after two seconds, time passes every 100
  /// ms, states are compared every 100,000 commands, a snapshot is taken every million.
  public ClusterSettings(List<Address> members, Path data) {
    this(members, data, 2_000, 100, 100_000, 1_000_000, false, false);
  }

  /// Returns settings for so many nodes on this machine alone, each with ten ports from `port`.
  public static ClusterSettings local(int nodes, int port, Path data) {
    List<Address> members = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      members.add(new Address("127.0.0.1", port + 10 * i));
    }
    return new ClusterSettings(members, data);
  }

  private static void requireApart(List<Address> members) {
    Set<String> places = new HashSet<>();
    for (Address member : members) {
      for (int i = 0; i < Address.PORTS; i++) {
        if (!places.add(member.at(i))) {
          throw new IllegalArgumentException(
              "members: two nodes would use " + member.at(i) + "; leave 5 ports to each");
        }
      }
    }
  }

  private static void require(String name, long value, long low, long high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          name + ": " + value + " is not within " + low + " to " + high);
    }
  }

  /// Where a node is reached.
  ///
  /// @param host a name or an address
  /// @param port the first of five: clients, votes, the log, catching up, the archive
  public record Address(String host, int port) {
    static final int PORTS = 5;

    private static final Pattern TEXT = Pattern.compile("([A-Za-z0-9._-]{1,253}):([0-9]{1,5})");

    /// Checks the port.
    public Address {
      if (port < 1 || port > PORT_MAX - PORTS) {
        throw new IllegalArgumentException(
            "members: " + port + " is no port with four more behind it");
      }
    }

    /// Reads `host:port`.
    public static Address of(String text) {
      Matcher matcher = TEXT.matcher(text);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("members: '" + text + "' is not HOST:PORT");
      }
      return new Address(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    String at(int offset) {
      return host + ":" + (port + offset);
    }

    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /// Returns the directory of a node.
  public Path directory(int member) {
    return data.resolve("node-" + member);
  }

  /// Returns where clients find the nodes, as Aeron writes it.
  String ingress() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < members.size(); i++) {
      text.append(i == 0 ? "" : ",").append(i).append('=').append(members.get(i).at(0));
    }
    return text.toString();
  }

  /// Returns where the other nodes vote, as Aeron writes it.
  String others(int member) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      if (i != member) {
        others.add(members.get(i).at(1));
      }
    }
    return String.join(",", others);
  }

  /// Returns how nodes find each other, as Aeron writes it.
  String consensus() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < members.size(); i++) {
      text.append(i);
      for (int offset = 0; offset < Address.PORTS; offset++) {
        text.append(',').append(members.get(i).at(offset));
      }
      text.append('|');
    }
    return text.toString();
  }

  /// Returns them as a file has them.
  public String text() {
    return "# a cluster of Plimsoll; the same file on every node\n"
        + ("members = "
            + String.join(", ", members.stream().map(Address::toString).toList())
            + "\n")
        + ("data = " + data + "\n")
        + ("heartbeat-ms = " + heartbeatMs + "\n")
        + ("tick-ms = " + tickMs + "\n")
        + ("check-every = " + checkEvery + "\n")
        + ("snapshot-every = " + snapshotEvery + "\n")
        + ("sync = " + (isSynced ? "yes" : "no") + "\n")
        + ("prune = " + (isPruned ? "yes" : "no") + "\n");
  }

  /// Reads a file.
  ///
  /// @throws IOException if it cannot be read
  /// @throws IllegalArgumentException if it does not say what it must, with the line
  public static ClusterSettings read(Path file) throws IOException {
    Lines said = new Lines(Files.readAllLines(file, StandardCharsets.UTF_8));
    Optional<String> members = said.text("members");
    if (members.isEmpty()) {
      throw new IllegalArgumentException("it does not say 'members = HOST:PORT, ...'");
    }
    ClusterSettings usual =
        new ClusterSettings(
            Arrays.stream(members.get().split(",", -1))
                .map(String::strip)
                .map(Address::of)
                .toList(),
            Path.of(said.text("data").orElse("plimsoll-cluster")));
    ClusterSettings settings =
        new ClusterSettings(
            usual.members,
            usual.data,
            said.number("heartbeat-ms", usual.heartbeatMs),
            said.number("tick-ms", usual.tickMs),
            said.number("check-every", usual.checkEvery),
            said.number("snapshot-every", usual.snapshotEvery),
            said.flag("sync", usual.isSynced),
            said.flag("prune", usual.isPruned));
    said.requireAllUsed();
    return settings;
  }

  /// The lines of a file, each of which says one thing.
  private static final class Lines {
    private static final Pattern LINE = Pattern.compile("([a-z-]+)\\s*=\\s*(.*\\S)\\s*");

    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final Set<String> used = new HashSet<>();

    Lines(List<String> lines) {
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).strip();
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
          throw new IllegalArgumentException("line " + (i + 1) + ": is not 'name = value'");
        }
        if (names.contains(matcher.group(1))) {
          throw new IllegalArgumentException(
              "line " + (i + 1) + ": '" + matcher.group(1) + "' was said before");
        }
        names.add(matcher.group(1));
        values.add(matcher.group(2));
      }
    }

    Optional<String> text(String name) {
      used.add(name);
      int at = names.indexOf(name);
      return at < 0 ? Optional.empty() : Optional.of(values.get(at));
    }

    long number(String name, long usual) {
      Optional<String> text = text(name);
      if (text.isPresent() && !text.get().matches("[0-9]{1,10}")) {
        throw new IllegalArgumentException(name + ": '" + text.get() + "' is no number");
      }
      return text.map(Long::parseLong).orElse(usual);
    }

    boolean flag(String name, boolean usual) {
      return switch (text(name).orElse(usual ? "yes" : "no")) {
        case "yes" -> true;
        case "no" -> false;
        default -> throw new IllegalArgumentException(name + ": is neither yes nor no");
      };
    }

    void requireAllUsed() {
      for (String name : names) {
        if (!used.contains(name)) {
          throw new IllegalArgumentException("'" + name + "' means nothing here");
        }
      }
    }
  }
}
