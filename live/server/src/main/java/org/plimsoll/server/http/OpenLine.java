package org.plimsoll.server.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One WebSocket: a hearer for what comes, and a thread of its own for what goes out, so that
/// whoever sends never waits for a client, nor runs what a hearer does when its line ends.
final class OpenLine implements WsListener, Line {
  private static final System.Logger LOG = System.getLogger(OpenLine.class.getName());
  private static final int TOO_LARGE = 1009;
  private static final int WENT_WRONG = 1011;
  private static final int TRY_LATER = 1013;

  /// What a message that waits takes beside its characters.
  private static final int MESSAGE_COST = 64;

  private final DoorSettings settings;
  private final LineDialect dialect;
  private final DoorCounts counts;
  private final LinesOfAddresses others;
  private final Arrivals arrivals;
  private final BlockingQueue<Outgoing> outgoing = new LinkedBlockingQueue<>();
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicBoolean isOver = new AtomicBoolean();
  private final ReentrantLock hearing = new ReentrantLock();
  private final StringBuilder parts = new StringBuilder();
  private LineDialect.@Nullable Hearer hearer;
  private volatile @Nullable WsSession session;
  private String address = "";

  OpenLine(
      DoorSettings settings,
      LineDialect dialect,
      DoorCounts counts,
      LinesOfAddresses others,
      Arrivals arrivals) {
    this.arrivals = arrivals;
    this.settings = settings;
    this.dialect = dialect;
    this.counts = counts;
    this.others = others;
  }

  @Override
  public void onOpen(WsSession opened) {
    if (!arrivals.end()) {
      isOver.set(true);
      opened.terminate();
      return;
    }
    session = opened;
    address = opened.socketContext().remotePeer().host();
    counts.lines.increment();
    boolean hasRoom = others.add(address) && counts.lines() <= settings.linesMax();
    Thread.ofVirtual().name("plimsoll-line").start(() -> write(opened));
    if (hasRoom) {
      hearer = dialect.open(this);
    } else {
      counts.refused.increment();
      close(TRY_LATER, "too many connections");
    }
  }

  @Override
  public void onMessage(WsSession from, String text, boolean isLast) {
    if (isOver.get()) {
      return;
    }
    if (parts.length() + text.length() > settings.messageMax()) {
      parts.setLength(0);
      counts.refused.increment();
      close(TOO_LARGE, "message too long");
      return;
    }
    parts.append(text);
    if (isLast) {
      String message = parts.toString();
      parts.setLength(0);
      hear(message);
    }
  }

  private void hear(String message) {
    hearing.lock();
    try {
      if (hearer != null && !isOver.get()) {
        hearer.on(message);
      }
    } catch (Dropped _) {
      cut();
    } catch (RuntimeException wrong) {
      counts.failed.increment();
      LOG.log(System.Logger.Level.ERROR, "a message over a line", wrong);
      close(WENT_WRONG, "internal error");
    } finally {
      hearing.unlock();
    }
  }

  @Override
  public void onClose(WsSession from, int status, String reason) {
    end();
  }

  @Override
  public void onError(WsSession from, Throwable wrong) {
    end();
  }

  @Override
  public void send(String message) {
    if (isOver.get()) {
      return;
    }
    if (waiting.addAndGet(cost(message)) > settings.waitingMax()) {
      counts.cut.increment();
      cut();
    } else {
      outgoing.add(new Outgoing.Message(message));
    }
  }

  @Override
  public void refuse(String message) {
    counts.refused.increment();
    send(message);
  }

  @Override
  public void close(int code, String reason) {
    outgoing.add(new Outgoing.End(code, reason));
  }

  @Override
  public String address() {
    return address;
  }

  private static long cost(String message) {
    return (long) message.length() + MESSAGE_COST;
  }

  private void cut() {
    WsSession open = session;
    if (end() && open != null) {
      Thread.ofVirtual().name("plimsoll-line-cut").start(open::terminate);
    }
  }

  /// Ends it, once, whoever says so first. The hearer is told by nobody's thread but its own, since
  /// whoever sends may be in the middle of going through all lines.
  private boolean end() {
    if (!isOver.compareAndSet(false, true)) {
      return false;
    }
    counts.lines.decrement();
    others.remove(address);
    outgoing.clear();
    outgoing.add(new Outgoing.Over());
    Thread.ofVirtual().name("plimsoll-line-end").start(this::tellEnd);
    return true;
  }

  private void tellEnd() {
    hearing.lock();
    try {
      if (hearer != null) {
        hearer.onClosed();
      }
    } finally {
      hearing.unlock();
    }
  }

  private void write(WsSession to) {
    try {
      while (!isOver.get()) {
        write(to, outgoing.poll(settings.quiet().toMillis() / 3, TimeUnit.MILLISECONDS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException gone) {
      end();
    }
  }

  /// A peer with nothing to say is asked whether it is there: one that does not answer, or does not
  /// read, is silent long enough for the connection to end.
  private void write(WsSession to, @Nullable Outgoing next) {
    switch (next) {
      case null -> to.ping(BufferData.empty());
      case Outgoing.Message message -> {
        to.send(message.text(), true);
        waiting.addAndGet(-cost(message.text()));
        counts.messages.increment();
      }
      case Outgoing.End end -> {
        to.close(end.code(), end.reason());
        end();
      }
      case Outgoing.Over _ -> {
        // nothing more goes out
      }
    }
  }

  /// What waits to go out.
  private sealed interface Outgoing {
    record Message(String text) implements Outgoing {}

    record End(int code, String reason) implements Outgoing {}

    record Over() implements Outgoing {}
  }
}
