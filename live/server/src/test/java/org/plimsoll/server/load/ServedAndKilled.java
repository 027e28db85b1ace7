package org.plimsoll.server.load;

import java.nio.file.Path;
import org.plimsoll.server.Server;
import org.plimsoll.server.keys.Issued;

/// A server in a process of its own, which is killed at any instant.
final class ServedAndKilled {
  private ServedAndKilled() {}

  /// Serves what is in the directory of the first argument, for as many clients as the second says.
  /// Tells a key for each where the third is `new`, then its port, and ends when its input does.
  public static void main(String[] arguments) throws Exception {
    int clients = Integer.parseInt(arguments[1]);
    try (Server server = new Server(Crowded.settings(Path.of(arguments[0]), clients))) {
      for (int i = 0; i < clients && arguments[2].equals("new"); i++) {
        Issued key = server.issueKey(Crowded.name(i)).orElseThrow();
        System.out.println("key " + key.key() + " " + key.secret());
      }
      System.out.println("port " + server.port());
      System.out.flush();
      while (System.in.read() >= 0) {
        // until whoever started it is gone
      }
    }
  }
}
