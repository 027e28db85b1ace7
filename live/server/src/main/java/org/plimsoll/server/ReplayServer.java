package org.plimsoll.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.plimsoll.server.exchange.Rewind;
import org.plimsoll.server.http.Door;
import org.plimsoll.server.http.DoorCounts;
import org.plimsoll.server.keys.OpenGuard;
import org.plimsoll.server.keys.RateLimits;
import org.plimsoll.server.keys.Rates;
import org.plimsoll.server.v1.Pages;
import org.plimsoll.server.v1.ReplayApi;
import org.plimsoll.server.v1.Sheets;

/// A history that clients look at over the network, and nothing else: there is no venue that runs,
/// nobody has a key, and nothing is written.
public final class ReplayServer implements AutoCloseable {
  private final Rewind rewind;
  private final Door door;
  private final long commands;

  /// Goes through all of a history, and opens the door.
  ///
  /// @param settings of which only the door counts
  /// @throws ServerRefusal if there is no such history, or it cannot be trusted
  /// @throws IOException if it cannot be read
  public ReplayServer(Path folder, ServerSettings settings) throws ServerRefusal, IOException {
    History history = History.in(folder);
    rewind = new Rewind(history.journal());
    boolean isStarted = false;
    try {
      commands = rewind.last();
      ReplayApi api =
          new ReplayApi(
              new OpenGuard(new RateLimits(Rates.BASE_TIER), System::nanoTime),
              rewind,
              new Sheets(rewind, history.facts()),
              commands);
      door =
          new Door(
              settings.door(), Map.of("/v1/", api, "/", new Pages()), Map.of(), new DoorCounts());
      isStarted = true;
    } catch (Rewind.Lost lost) {
      throw new ServerRefusal(folder + ": " + lost.getMessage());
    } catch (IOException notThere) {
      throw new ServerRefusal(String.valueOf(notThere.getMessage()));
    } finally {
      if (!isStarted) {
        rewind.close();
      }
    }
  }

  /// Returns the port that it listens at.
  public int port() {
    return door.port();
  }

  /// Returns how many commands the history has.
  public long commands() {
    return commands;
  }

  @Override
  public void close() {
    door.close();
    rewind.close();
  }
}
