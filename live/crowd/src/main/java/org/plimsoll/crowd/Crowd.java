package org.plimsoll.crowd;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A crowd that trades on an exchange until it is closed, each by a thread of his own. Closing it
/// takes the quotes of its market makers out of the books.
public final class Crowd implements AutoCloseable {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final int LOOKS_PER_PING = 15;
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
  private static final int REASONS_MAX = 100;

  private final HttpClient http = HttpClient.newHttpClient();
  private final SortedMap<String, Long> refusals = new TreeMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean isOver;

  /// Lets a crowd in.
  ///
  /// @param exchange where it is, such as `http://127.0.0.1:8080`
  /// @param logins accounts that have a [Role]; others stay where they are
  /// @param seed of everything that they leave to chance
  /// @throws IOException if the exchange is not there
  public Crowd(URI exchange, List<Login> logins, long seed)
      throws IOException, InterruptedException {
    try {
      Board board = new Board(exchange, http);
      start("board", new Watcher(exchange, board));
      for (Login login : logins) {
        Role.of(login.account())
            .ifPresent(role -> {
              Luck luck = new Luck(seed, login.account());
              start(
                  login.account(),
                  role.agent(login, new Client(exchange, http, login), board, luck));
            });
      }
    } catch (Refused refused) {
      close();
      throw new IOException("the exchange shows no markets: " + refused.getMessage(), refused);
    }
  }

  /// Returns how often the crowd was refused what it could not do without, by the reason given.
  public SortedMap<String, Long> refusals() {
    synchronized (refusals) {
      return new TreeMap<>(refusals);
    }
  }

  /// Sends everybody home, and returns when they have gone.
  @Override
  public void close() {
    isOver = true;
    threads.forEach(Thread::interrupt);
    boolean wasInterrupted = false;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        wasInterrupted = true;
      }
    }
    http.shutdownNow();
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void start(String name, Agent agent) {
    threads.add(Thread.ofVirtual().name("plimsoll-crowd-" + name).start(() -> live(agent)));
  }

  private void live(Agent agent) {
    while (!isOver) {
      try {
        Thread.sleep(pause(agent));
      } catch (InterruptedException goHome) {
        break;
      }
    }
    // The interrupt that sent it home is used up: what it does last may wait for answers.
    boolean _ = Thread.interrupted();
    try {
      agent.leave();
    } catch (IOException | Refused | InterruptedException gone) {
      count("leaving: " + gone.getMessage());
    }
  }

  private Duration pause(Agent agent) throws InterruptedException {
    try {
      return agent.act();
    } catch (Refused refused) {
      count(String.valueOf(refused.getMessage()));
    } catch (IOException notThere) {
      count(notThere.getClass().getSimpleName());
    }
    return AFTER_TROUBLE;
  }

  private void count(String reason) {
    synchronized (refusals) {
      if (refusals.size() < REASONS_MAX || refusals.containsKey(reason)) {
        refusals.merge(reason, 1L, Long::sum);
      }
    }
  }

  /// Keeps the board up to date, and its line open.
  private final class Watcher implements Agent {
    private final URI exchange;
    private final Board board;
    private WebSocket line;
    private int looks;

    Watcher(URI exchange, Board board) throws IOException {
      this.exchange = exchange;
      this.board = board;
      line = TickerLine.open(exchange, http, board);
    }

    @Override
    public Duration act() throws IOException, Refused, InterruptedException {
      if (line.isInputClosed() || line.isOutputClosed()) {
        line = TickerLine.open(exchange, http, board);
      } else if (++looks % LOOKS_PER_PING == 0) {
        TickerLine.ping(line);
      }
      board.refresh();
      return LOOK_EVERY;
    }

    @Override
    public void leave() {
      line.abort();
    }
  }
}
