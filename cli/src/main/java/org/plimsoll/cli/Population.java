package org.plimsoll.cli;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.crowd.Crowd;
import org.plimsoll.crowd.Login;
import org.plimsoll.crowd.Role;
import org.plimsoll.server.Server;
import org.plimsoll.server.ServerRefusal;
import org.plimsoll.server.keys.Issued;

/// A crowd on a server of this process. Its keys last as long as it is there.
final class Population implements AutoCloseable {
  private static final long SEED = 1;

  private final Server server;
  private final List<Integer> keys;
  private final Crowd crowd;

  private Population(Server server, List<Integer> keys, Crowd crowd) {
    this.server = server;
    this.keys = keys;
    this.crowd = crowd;
  }

  /// Lets agents in for every account whose name begins with a role.
  static Population enter(Server server, URI exchange)
      throws IOException, ServerRefusal, InterruptedException {
    List<Login> logins = new ArrayList<>();
    List<Integer> keys = new ArrayList<>();
    for (String account : server.accounts()) {
      if (Role.of(account).isPresent()) {
        Issued issued = server.issueKey(account).orElseThrow();
        keys.add(issued.id());
        logins.add(new Login(account, issued.key(), issued.secret()));
      }
    }
    if (logins.isEmpty()) {
      throw new ServerRefusal(
          "--populate: no account of this venue is called maker-, noise-, momentum- or arbitrage-"
              + " and something");
    }
    return new Population(server, keys, new Crowd(exchange, logins, SEED));
  }

  @Override
  public void close() throws IOException {
    crowd.close();
    for (int key : keys) {
      server.revokeKey(key);
    }
  }
}
