package org.plimsoll.trials.protocolmodel;

import java.util.ArrayList;
import java.util.List;

/// One state: the disk, what each of the two threads has still to do, and what was promised.
///
/// @param begun the last record that was given to the writer
/// @param promised the last that was published
record World(
    Disk disk, List<Step> writer, List<Step> saver, int begun, int promised, int crashesLeft) {
  /// A new journal with its first segment.
  static World first(int crashes) {
    int facts = Facts.header(0) | Facts.segmentName(0);
    return new World(new Disk(facts, List.of()), List.of(), List.of(), 0, 0, crashes);
  }

  /// Every state that may come next without a crash.
  List<World> next(Protocol protocol) {
    List<World> next = new ArrayList<>();
    if (!writer.isEmpty()) {
      List<Step> rest = writer.subList(1, writer.size());
      next.add(
          take(
              writer.getFirst(),
              new World(disk, List.copyOf(rest), saver, begun, promised, crashesLeft)));
    } else if (begun < Facts.RECORDS) {
      List<Step> commit = List.copyOf(protocol.commit(begun + 1));
      next.add(new World(disk, commit, saver, begun + 1, promised, crashesLeft));
    }
    int state = protocol.snapshotOf(promised, begun);
    if (!saver.isEmpty()) {
      List<Step> rest = saver.subList(1, saver.size());
      next.add(
          take(
              saver.getFirst(),
              new World(disk, writer, List.copyOf(rest), begun, promised, crashesLeft)));
    } else if (state > ModelRecovery.newestSnapshot(disk.shown(), Facts.RECORDS)) {
      List<Step> save = List.copyOf(protocol.save(state, disk.shown()));
      next.add(new World(disk, writer, save, begun, promised, crashesLeft));
    }
    return next;
  }

  private static World take(Step step, World after) {
    return switch (step) {
      case Step.Change change -> after.with(after.disk.change(change), after.promised);
      case Step.Sync sync -> after.with(after.disk.sync(sync.facts()), after.promised);
      case Step.Publish publish -> after.with(after.disk, publish.record());
    };
  }

  private World with(Disk changed, int nowPromised) {
    return new World(changed, writer, saver, begun, nowPromised, crashesLeft);
  }

  /// Every disk that a crash may leave: of the process, with all that is shown and no more of it
  /// durable, or of the machine, with any part of what is pending.
  List<Disk> crashed() {
    List<Disk> disks = new ArrayList<>();
    disks.add(disk);
    for (int survivors = 0; survivors < 1 << disk.pending().size(); survivors++) {
      int facts = ModelRecovery.withoutLeftovers(disk.after(survivors));
      disks.add(new Disk(facts, List.of()));
    }
    return disks;
  }

  /// The start after a crash.
  World resumed(Disk left, int last, Protocol protocol) {
    List<Step> steps = List.copyOf(protocol.resume(last, left.shown()));
    return new World(left, steps, List.of(), last, promised, crashesLeft - 1);
  }
}
