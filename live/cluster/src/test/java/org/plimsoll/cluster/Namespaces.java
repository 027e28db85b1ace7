package org.plimsoll.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.plimsoll.cluster.ClusterSettings.Address;

/// A network of its own for each node, joined by a bridge whose cables can be pulled out. Making
/// them needs the rights of an administrator of the machine.
final class Namespaces implements AutoCloseable {
  static final String HERE = "10.231.77.1";

  private static final String BRIDGE = "plimbr0";

  private Namespaces() {}

  /// Returns whether this machine lets them be made.
  static boolean areThere() throws IOException, InterruptedException {
    return isDone("ip", "netns", "add", "plim-probe") && isDone("ip", "netns", "del", "plim-probe");
  }

  static Namespaces make() throws IOException, InterruptedException {
    Namespaces made = new Namespaces();
    made.close();
    run("ip link add " + BRIDGE + " type bridge");
    run("ip addr add " + HERE + "/24 dev " + BRIDGE);
    run("ip link set " + BRIDGE + " up");
    for (int i = 0; i < Cluster3.NODES; i++) {
      run("ip netns add " + name(i));
      run("ip link add " + cable(i) + " type veth peer name eth0 netns " + name(i));
      run("ip link set " + cable(i) + " master " + BRIDGE);
      run("ip link set " + cable(i) + " up");
      run("ip -n " + name(i) + " addr add " + host(i) + "/24 dev eth0");
      run("ip -n " + name(i) + " link set eth0 up");
      run("ip -n " + name(i) + " link set lo up");
    }
    return made;
  }

  private static String name(int node) {
    return "plim-" + node;
  }

  private static String cable(int node) {
    return "plimv" + node;
  }

  private static String host(int node) {
    return "10.231.77." + (10 + node);
  }

  List<Address> members() {
    List<Address> members = new ArrayList<>();
    for (int i = 0; i < Cluster3.NODES; i++) {
      members.add(new Address(host(i), 20_000));
    }
    return members;
  }

  /// Returns what makes a command run in a node's network.
  List<String> before(int node) {
    return List.of("ip", "netns", "exec", name(node));
  }

  void pull(int node) throws IOException, InterruptedException {
    run("ip link set " + cable(node) + " down");
  }

  void plug(int node) throws IOException, InterruptedException {
    run("ip link set " + cable(node) + " up");
  }

  private static void run(String command) throws IOException, InterruptedException {
    if (!isDone(command.split(" ", -1))) {
      throw new IOException(command);
    }
  }

  private static boolean isDone(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(Arrays.asList(command))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  @Override
  public void close() throws IOException {
    try {
      for (int i = 0; i < Cluster3.NODES; i++) {
        var _ = isDone("ip", "netns", "del", name(i));
        var _ = isDone("ip", "link", "del", cable(i));
      }
      var _ = isDone("ip", "link", "del", BRIDGE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
