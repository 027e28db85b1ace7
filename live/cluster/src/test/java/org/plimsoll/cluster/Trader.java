package org.plimsoll.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.OrderCommand.CancelOrder;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.units.Side;

/// A client that places and cancels orders, some at a time, and writes down what it saw.
final class Trader implements AutoCloseable {
  private static final int UNDER_WAY = 4;
  private static final int CANCEL_PERCENT = 30;

  private final ClusterClient client;
  private final int number;
  private final int market;
  private final UniformRandomProvider random;
  private final Queue<Operation> history = new ConcurrentLinkedQueue<>();
  private final List<CompletableFuture<Operation>> sent = new ArrayList<>();
  private final Semaphore room = new Semaphore(UNDER_WAY);
  private final Thread thread = new Thread(this::trade);
  private volatile long lastOrder;
  private volatile boolean isOver;

  Trader(ClusterConnection connection, int number, int market, long seed) {
    this.client = connection.client(number);
    this.number = number;
    this.market = market;
    this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
  }

  ClusterClient client() {
    return client;
  }

  void start() {
    thread.start();
  }

  private void trade() {
    try {
      while (!isOver) {
        room.acquire();
        sent.add(send(next()).whenComplete((_, _) -> room.release()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Command next() {
    if (lastOrder > 0 && random.nextInt(100) < CANCEL_PERCENT) {
      return new CancelOrder(number - 1, market, lastOrder);
    }
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    return new PlaceLimitOrder(
        number - 1, market, side, 10_000 + random.nextInt(-3, 4), 1 + random.nextInt(5));
  }

  CompletableFuture<Operation> send(Command command) throws InterruptedException {
    long invokedNs = System.nanoTime();
    return client
        .send(command)
        .thenApply(answer -> {
          Operation operation =
              new Operation(number, command, invokedNs, System.nanoTime(), answer);
          history.add(operation);
          if (answer.order() > 0) {
            lastOrder = answer.order();
          }
          return operation;
        });
  }

  /// Sends no more, and waits until everything is answered.
  void finish() throws Exception {
    isOver = true;
    thread.join();
    for (CompletableFuture<Operation> each : sent) {
      each.get(120, TimeUnit.SECONDS);
    }
  }

  List<Operation> history() {
    return List.copyOf(history);
  }

  @Override
  public void close() {
    isOver = true;
    client.close();
    thread.interrupt();
  }
}
