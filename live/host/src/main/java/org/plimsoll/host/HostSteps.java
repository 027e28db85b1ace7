package org.plimsoll.host;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.plimsoll.journal.JournalWriter;
import org.plimsoll.journal.Snapshots;
import org.plimsoll.journal.Storage;

/// All that a host does, in steps and without a thread of its own: [#decide] is for the thread that
/// decides, [#write] for the disk's, [#submit] for any. Who calls them in which order decides
/// nothing about the outcome, only about when it is known.
///
/// Two turns go to and fro: one fills while the other is written. A turn is handed over when it is
/// full, or as soon as the disk has nothing to do, so that a lonely command waits for nobody and
/// many share one sync.
public final class HostSteps {
  private static final int TURNS = 2;
  private static final int CLIENT_AT = 2;

  private final Decider decider;
  private final Inbox inbox;
  private final JournalWriter journal;
  private final Snapshots snapshots;
  private final HostSettings settings;
  private final HostClock clock;
  private final HostListener listener;
  private final BlockingQueue<Turn> empty = new ArrayBlockingQueue<>(TURNS);
  private final BlockingQueue<Turn> filled = new ArrayBlockingQueue<>(TURNS);
  private @Nullable Turn turn;
  private long lastTickNs;
  private long lastSaved;
  private volatile boolean isOutOfRoom;
  private volatile Optional<IOException> snapshotTrouble = Optional.empty();

  HostSteps(
      Decider decider,
      JournalWriter journal,
      HostSettings settings,
      HostClock clock,
      HostListener listener) {
    this.decider = decider;
    this.inbox = new Inbox(settings.inboxSlots());
    this.journal = journal;
    this.snapshots = journal.snapshots();
    this.settings = settings;
    this.clock = clock;
    this.listener = listener;
    this.lastTickNs = decider.clockNs();
    this.lastSaved = decider.sequence();
    for (int i = 0; i < TURNS; i++) {
      empty.add(new Turn(journal.newBatch(), Host.COMMAND_BYTES_MAX));
    }
  }

  /// Finds what a directory holds, or makes a venue if that is nothing.
  ///
  /// @throws HostRefusal if the directory cannot be trusted or used
  /// @throws IOException if it cannot be read or written
  public static HostSteps open(
      Storage storage, HostSettings settings, HostClock clock, HostListener listener)
      throws HostRefusal, IOException {
    return Opening.open(storage, settings, clock, listener);
  }

  /// Lets a command wait, as [Host#submit] does while the host runs.
  public Admission submit(long ticket, byte[] source, int offset, int length) {
    if (length > Host.COMMAND_BYTES_MAX) {
      return Admission.TOO_LONG;
    }
    if (isOutOfRoom) {
      return Admission.NO_ROOM;
    }
    if (length >= CLIENT_AT + Integer.BYTES && isOwn(source, offset + CLIENT_AT)) {
      return Admission.NOT_A_CLIENT;
    }
    return inbox.offer(ticket, source, offset, length) ? Admission.TAKEN : Admission.BUSY;
  }

  private static boolean isOwn(byte[] source, int clientAt) {
    return (source[clientAt] | source[clientAt + 1] | source[clientAt + 2] | source[clientAt + 3])
        == Host.CLIENT;
  }

  /// Returns whether nothing is taken because the disk has no room for it.
  public boolean isOutOfRoom() {
    return isOutOfRoom;
  }

  /// Returns why no snapshots are saved any more; empty if all is well.
  public Optional<IOException> snapshotTrouble() {
    return snapshotTrouble;
  }

  /// Returns the fingerprint of the venue's state; for the thread that decides.
  public long stateHash() {
    return decider.stateHash();
  }

  /// Decides what waits, as far as a turn goes.
  ///
  /// @return whether there was anything to do
  public boolean decide() {
    Turn filling = filling();
    if (filling == null) {
      return false;
    }
    boolean ticked = tick(filling);
    boolean decided = inbox.drain(slot -> decide(slot, filling));
    boolean saves = isSnapshotDue();
    if (saves) {
      save(filling);
    }
    if (saves || !filling.hasRoom() || (!filling.isEmpty() && !empty.isEmpty())) {
      handOver(filling);
    }
    return ticked || decided;
  }

  private boolean decide(Slot slot, Turn filling) {
    decider.decide(slot, filling);
    return filling.hasRoom();
  }

  /// Writes and tells what was decided.
  ///
  /// @return whether there was anything to do
  public boolean write() {
    Turn written = filled.poll();
    if (written == null) {
      if (isOutOfRoom) {
        journal.prepare();
      }
      return false;
    }
    journal.commit(written.batch());
    written.tell(listener);
    keep(written.state());
    empty.add(written);
    return true;
  }

  /// Decides what waits and hands it over, with the state if snapshots are wanted: the last step of
  /// the deciding thread. What waits while the disk has no room is decided by nobody.
  ///
  /// @return whether that is done; if not, the disk must write first
  public boolean finish() {
    while (!inbox.isEmpty() && filling() != null) {
      decide();
    }
    Turn filling = filling();
    if (filling == null) {
      return isOutOfRoom && filled.isEmpty();
    }
    if (settings.snapshotEvery() > 0 && decider.sequence() > 0) {
      save(filling);
    }
    handOver(filling);
    return true;
  }

  /// Whether everything that was handed over is written and told.
  public boolean isWritten() {
    return filled.isEmpty();
  }

  /// Closes the journal, which goes no further.
  ///
  /// @throws IOException if the disk refuses
  public void close() throws IOException {
    journal.close();
  }

  private @Nullable Turn filling() {
    if (turn == null && hasRoom()) {
      turn = empty.poll();
      if (turn != null) {
        turn.begin(decider.sequence() + 1);
      }
    }
    return turn;
  }

  /// Whether the disk can take the turn that is being written and one more, however full.
  private boolean hasRoom() {
    isOutOfRoom = journal.roomBytes() < (long) TURNS * journal.batchBytes();
    return !isOutOfRoom;
  }

  private boolean tick(Turn filling) {
    long nowNs = clock.nowNs();
    if (nowNs - lastTickNs < settings.tickNs()) {
      return false;
    }
    decider.tick(nowNs, clock.entropy(), filling);
    lastTickNs = nowNs;
    return true;
  }

  private boolean isSnapshotDue() {
    return settings.snapshotEvery() > 0
        && decider.sequence() - lastSaved >= settings.snapshotEvery();
  }

  private void save(Turn filling) {
    filling.save(decider.save());
    lastSaved = decider.sequence();
  }

  private void handOver(Turn filling) {
    filled.add(filling);
    turn = null;
  }

  private void keep(Turn.@Nullable SavedState state) {
    if (state == null || snapshotTrouble.isPresent()) {
      return;
    }
    try {
      snapshots.save(state.sequence(), state.hash(), state.body());
      if (settings.prunes()) {
        snapshots.prune();
      }
    } catch (IOException e) {
      snapshotTrouble = Optional.of(new IOException("no snapshot since command " + lastSaved, e));
    }
  }
}
