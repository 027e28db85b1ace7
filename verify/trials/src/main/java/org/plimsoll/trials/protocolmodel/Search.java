package org.plimsoll.trials.protocolmodel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// Visits every state that a protocol can reach, and crashes in each.
public final class Search {
  /// What a search has found.
  ///
  /// @param states how many different states there are
  /// @param recoveries how many starts were judged
  /// @param lost how many of them did not know all that was promised
  /// @param refused how many refused although nothing but a crash had happened
  public record Tally(int states, long recoveries, long lost, long refused) {}

  private final Protocol protocol;
  private final Set<World> seen = new HashSet<>();
  private final Deque<World> open = new ArrayDeque<>();
  private long recoveries;
  private long lost;
  private long refused;

  private Search(Flaw flaw) {
    this.protocol = new Protocol(flaw);
  }

  /// Visits all states of five records in three segments with snapshots at any time, and so many
  /// crashes one after the other.
  public static Tally of(Flaw flaw, int crashes) {
    Search search = new Search(flaw);
    search.visit(World.first(crashes));
    while (!search.open.isEmpty()) {
      World world = search.open.remove();
      world.next(search.protocol).forEach(search::visit);
      world.crashed().forEach(disk -> search.recover(world, disk));
    }
    return new Tally(search.seen.size(), search.recoveries, search.lost, search.refused);
  }

  private void visit(World world) {
    if (seen.add(world)) {
      open.add(world);
    }
  }

  /// Judges what a start finds; goes on from there if it is right and crashes are left.
  private void recover(World world, Disk left) {
    recoveries++;
    int last = ModelRecovery.last(left.shown());
    if (last == ModelRecovery.REFUSED) {
      refused++;
    } else if (last < world.promised()) {
      lost++;
    } else if (world.crashesLeft() > 0) {
      visit(world.resumed(left, last, protocol));
    }
  }
}
