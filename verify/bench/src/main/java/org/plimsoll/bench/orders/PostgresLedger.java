package org.plimsoll.bench.orders;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The same moves of money in a PostgreSQL that this process starts and ends: a table of accounts
/// none of which may fall below zero, a table of the moves, and every commit synced to the disk.
final class PostgresLedger implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final double NANOS_PER_SECOND = 1e9;

  /// What makes a commit durable; all of it is asked for again before anything is timed.
  private static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

  /// Room, so that no checkpoint falls into a run.
  private static final Map<String, String> ROOM =
      Map.of("shared_buffers", "512MB", "max_wal_size", "8GB", "checkpoint_timeout", "1h");

  private final EmbeddedPostgres server;
  private final List<Connection> clients = new ArrayList<>();

  /// Starts one whose files lie in a new folder.
  PostgresLedger(Path folder, int clients) throws IOException, SQLException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPGStartupWait(PATIENCE)
            .setDataDirectory(folder.toAbsolutePath())
            .setCleanDataDirectory(true);
    DURABLE.forEach(builder::setServerConfig);
    ROOM.forEach(builder::setServerConfig);
    server = builder.start();
    String url = server.getJdbcUrl("postgres", "postgres");
    for (int client = 0; client < clients; client++) {
      this.clients.add(DriverManager.getConnection(url));
    }
    for (Map.Entry<String, String> setting : DURABLE.entrySet()) {
      requireSet(setting.getKey(), setting.getValue());
    }
    execute(schema());
  }

  private static String schema() throws IOException {
    try (InputStream in = PostgresLedger.class.getResourceAsStream("ledger.sql")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// How a batch is written.
  enum Batch {
    /// One call in which each move is decided by itself, in order.
    ONE_BY_ONE("select refused_of(?, ?, ?)"),
    /// One statement that adds each account's moves up before it touches the account. It cannot
    /// refuse one of them alone.
    NETTED("select netted(?, ?, ?)");

    private final String call;

    Batch(String call) {
      this.call = call;
    }
  }

  /// Makes all moves in transactions of `size` moves, by one client.
  ///
  /// @return how many were made in a second
  double runBatches(Transfers transfers, int size, Batch batch) throws SQLException {
    prepare(transfers);
    Connection client = clients.getFirst();
    long startNs = System.nanoTime();
    try (PreparedStatement call = client.prepareStatement(batch.call)) {
      for (int from = 0; from < transfers.count(); from += size) {
        if (refused(call, transfers.sources(from, from + size)) != 0) {
          throw new IllegalStateException("a move was refused");
        }
      }
    }
    double rate = transfers.count() * NANOS_PER_SECOND / (System.nanoTime() - startNs);
    check(transfers);
    return rate;
  }

  /// Makes each move in a transaction and a call of its own, by all clients at once.
  ///
  /// @return how many were made in a second
  double runCalls(Transfers transfers)
      throws SQLException, InterruptedException, ExecutionException {
    prepare(transfers);
    List<Callable<Void>> shares = new ArrayList<>();
    for (int client = 0; client < clients.size(); client++) {
      int first = client;
      shares.add(() -> runShare(transfers, first));
    }
    long startNs = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
      for (Future<Void> share : threads.invokeAll(shares)) {
        share.get();
      }
    }
    double rate = transfers.count() * NANOS_PER_SECOND / (System.nanoTime() - startNs);
    check(transfers);
    return rate;
  }

  private Void runShare(Transfers transfers, int client) throws SQLException {
    try (PreparedStatement call = clients.get(client).prepareStatement("select moved(?, ?, 1)")) {
      for (int move = client; move < transfers.count(); move += clients.size()) {
        call.setInt(1, transfers.source(move));
        call.setInt(2, transfers.target(move));
        number(call);
      }
    }
    return null;
  }

  /// Returns how the server calls itself, and how it syncs.
  String version() throws SQLException {
    return "PostgreSQL " + show("server_version") + ", by " + show("wal_sync_method");
  }

  /// Empties both tables and opens the accounts.
  void prepare(Transfers transfers) throws SQLException {
    execute("truncate transfers, accounts");
    execute(
        "insert into accounts select id, %d from generate_series(0, %d) as id"
            .formatted(transfers.start(), transfers.accounts() - 1));
    execute("vacuum analyze accounts");
    execute("checkpoint");
  }

  /// Makes some moves of one unit in one call.
  ///
  /// @return how many were refused
  int refused(int... sources) throws SQLException {
    try (PreparedStatement call = clients.getFirst().prepareStatement(Batch.ONE_BY_ONE.call)) {
      return refused(call, sources);
    }
  }

  private static int refused(PreparedStatement call, int[] sources) throws SQLException {
    int[] targets = Arrays.stream(sources).map(source -> source ^ 1).toArray();
    long[] amounts = new long[sources.length];
    Arrays.fill(amounts, 1);
    call.setObject(1, sources);
    call.setObject(2, targets);
    call.setObject(3, amounts);
    return (int) number(call);
  }

  long[] balances() throws SQLException {
    try (Statement statement = clients.getFirst().createStatement();
        ResultSet rows = statement.executeQuery("select balance from accounts order by id")) {
      List<Long> balances = new ArrayList<>();
      while (rows.next()) {
        balances.add(rows.getLong(1));
      }
      return balances.stream().mapToLong(Long::longValue).toArray();
    }
  }

  private void check(Transfers transfers) throws SQLException {
    transfers.requireLeadTo(balances());
    try (PreparedStatement count =
        clients.getFirst().prepareStatement("select count(*) from transfers")) {
      if (number(count) != transfers.count()) {
        throw new IllegalStateException("not every move was recorded");
      }
    }
  }

  private static long number(PreparedStatement call) throws SQLException {
    try (ResultSet row = call.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private void requireSet(String name, String value) throws SQLException {
    if (!show(name).equals(value)) {
      throw new IllegalStateException(name + " is " + show(name));
    }
  }

  private String show(String name) throws SQLException {
    try (Statement statement = clients.getFirst().createStatement();
        ResultSet row = statement.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = clients.getFirst().createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    for (Connection client : clients) {
      client.close();
    }
    server.close();
  }
}
