package org.plimsoll.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.cluster.ClusterSettings.Address;

/// Three nodes on this machine, each in a process of its own.
final class Cluster3 implements AutoCloseable {
  static final int NODES = 3;

  private final Optional<Namespaces> networks;
  private Optional<SmallDisk> smallDisk = Optional.empty();
  private final Path file;
  private final ClusterSettings settings;
  private final List<@Nullable NodeProcess> nodes = new ArrayList<>();

  Cluster3(Path directory) throws IOException {
    this(directory, usual(local(), directory), Optional.empty());
  }

  /// Makes one whose nodes take a snapshot every so many commands, and prune their logs.
  static Cluster3 pruned(Path directory, long snapshotEvery) throws IOException {
    ClusterSettings usual = usual(local(), directory);
    return new Cluster3(
        directory,
        new ClusterSettings(
            usual.members(), usual.data(), 1_000, 50, 500, snapshotEvery, false, true),
        Optional.empty());
  }

  private static ClusterSettings usual(List<Address> members, Path directory) {
    return new ClusterSettings(
        members, directory.resolve("data"), 1_000, 50, 500, 5_000, false, false);
  }

  /// Makes one whose nodes can be cut off.
  Cluster3(Path directory, Namespaces networks) throws IOException {
    this(directory, usual(networks.members(), directory), Optional.of(networks));
  }

  private Cluster3(Path directory, ClusterSettings settings, Optional<Namespaces> networks)
      throws IOException {
    this.networks = networks;
    this.settings = settings;
    file = directory.resolve("cluster.conf");
    Files.writeString(file, settings.text());
    for (int i = 0; i < NODES; i++) {
      nodes.add(null);
    }
  }

  /// Returns ports that nobody uses: below those that the kernel gives to whoever asks for any,
  /// which would be taken while a node is dead.
  private static List<Address> local() throws IOException {
    List<Address> members = new ArrayList<>();
    int from = 21_000 + (int) (ProcessHandle.current().pid() % 99) * 50;
    for (int port = from; members.size() < NODES; port += 10) {
      if (isFree(port)) {
        members.add(new Address("127.0.0.1", port));
      }
    }
    return members;
  }

  /// Returns the first of ports that nobody uses.
  static int freePort() throws IOException {
    return local().getFirst().port();
  }

  private static boolean isFree(int port) throws IOException {
    try (java.net.DatagramSocket socket = new java.net.DatagramSocket(port)) {
      return socket.isBound();
    } catch (java.net.SocketException taken) {
      return false;
    }
  }

  ClusterSettings settings() {
    return settings;
  }

  void start(int member) throws IOException {
    nodes.set(
        member,
        new NodeProcess(file, member, networks.map(all -> all.before(member)).orElse(List.of())));
  }

  void startAll() throws IOException {
    for (int i = 0; i < NODES; i++) {
      start(i);
    }
  }

  /// Gives node 0 a disk of its own.
  void put(SmallDisk disk) {
    smallDisk = Optional.of(disk);
  }

  SmallDisk disk() {
    return smallDisk.orElseThrow();
  }

  /// Cuts a node off from the others and from the clients.
  void cutOff(int member) throws IOException, InterruptedException {
    networks.orElseThrow().pull(member);
  }

  /// Undoes that.
  void heal(int member) throws IOException, InterruptedException {
    networks.orElseThrow().plug(member);
  }

  NodeProcess node(int member) {
    return Objects.requireNonNull(nodes.get(member));
  }

  @Override
  public void close() {
    for (NodeProcess node : nodes) {
      if (node != null) {
        node.kill();
      }
    }
  }
}
