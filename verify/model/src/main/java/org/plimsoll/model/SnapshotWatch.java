package org.plimsoll.model;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.protocol.ClockEvent.DueWorkBegan;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.MarginStage;
import org.plimsoll.venue.Venue;
import org.plimsoll.venue.VenueSnapshot;
import org.plimsoll.venue.VenueSnapshot.Refused;
import org.plimsoll.venue.VenueSnapshot.Restored;
import org.plimsoll.venue.VenueView;

/// Lets another venue live through the same history, which is given up every now and then for one
/// that is restored from its snapshot: it tells the same bytes and comes to the same state, command
/// by command.
///
/// When is for the state's fingerprint to say, which is as good as drawn and the same again for the
/// same history: after one command of sixteen, and of four while work is unfinished.
final class SnapshotWatch implements RunWatch {
  private static final long ONE_OF_SIXTEEN = 0xF;
  private static final long ONE_OF_FOUR = 0x3;

  private final EventEncoder events = new EventEncoder();
  private final Map<CoverageMark, Integer> reached = new EnumMap<>(CoverageMark.class);
  private Venue other = new Venue(VenueLaws.LIMITS, events);

  @Override
  public void after(Request request, LawRun run) {
    events.clear();
    request.deliverTo(other);
    byte[] told = Arrays.copyOf(events.bytes(), events.length());
    BrokenLaw.unless(Arrays.equals(run.bytes(), told), () -> "event bytes differ after " + request);
    long hash = other.view().stateHash();
    BrokenLaw.unless(run.stateHash() == hash, () -> "states differ after " + request);
    Optional<NaiveDue.Entry> unfinished = unfinished(run.twin().state());
    if ((hash & (unfinished.isPresent() ? ONE_OF_FOUR : ONE_OF_SIXTEEN)) == 0) {
      other = restored(VenueSnapshot.of(other));
      mark(unfinished, run);
    }
  }

  @Override
  public void tell(Coverage coverage) {
    reached.forEach(coverage::reach);
  }

  private Venue restored(byte[] snapshot) {
    return switch (VenueSnapshot.restore(VenueLaws.LIMITS, events, snapshot)) {
      case Refused refused -> throw new BrokenLaw("a snapshot is refused: " + refused);
      case Restored(Venue venue) -> {
        boolean isSame = Arrays.equals(snapshot, VenueSnapshot.of(venue));
        BrokenLaw.unless(isSame, "the snapshot of a restored venue is another one");
        yield venue;
      }
    };
  }

  private void mark(Optional<NaiveDue.Entry> unfinished, LawRun run) {
    VenueView view = run.view();
    markIf(unfinished.isPresent(), CoverageMark.SNAPSHOT_WHILE_CATCHING_UP);
    markIf(isAmid(DueWork.LENDING, unfinished, run), CoverageMark.SNAPSHOT_AMID_CLEARING);
    markIf(
        unfinished.filter(entry -> entry.work() == DueWork.STAGE).isPresent(),
        CoverageMark.SNAPSHOT_AMID_A_LOOK);
    markIf(isAmid(DueWork.LIQUIDATION, unfinished, run), CoverageMark.SNAPSHOT_AMID_LIQUIDATION);
    markIf(isAmid(DueWork.DELISTING, unfinished, run), CoverageMark.SNAPSHOT_AMID_DELISTING);
    markIf(!view.triggers().isEmpty(), CoverageMark.SNAPSHOT_WITH_TRIGGERS);
    markIf(!view.quotes().isEmpty(), CoverageMark.SNAPSHOT_WITH_QUOTES);
    for (int asset = 0; asset < view.assetCount(); asset++) {
      markIf(!view.withdrawals(asset).isEmpty(), CoverageMark.SNAPSHOT_WITH_WITHDRAWALS);
      markIf(view.isRebalancing(asset), CoverageMark.SNAPSHOT_AMID_REBALANCING);
    }
    for (int account = 0; account < view.accounts().size(); account++) {
      markIf(view.openOrderCount(account) > 0, CoverageMark.SNAPSHOT_WITH_ORDERS);
      markIf(
          view.marginStage(account) != MarginStage.HEALTHY,
          CoverageMark.SNAPSHOT_WITH_LIQUIDATIONS);
    }
  }

  /// Returns what is due and waits for the next command, or nothing.
  static Optional<NaiveDue.Entry> unfinished(NaiveState state) {
    return state.due.stream().findFirst().filter(entry -> entry.time() <= state.clock);
  }

  /// Returns whether a work has been begun and goes on with the next command.
  private static boolean isAmid(DueWork work, Optional<NaiveDue.Entry> unfinished, LawRun run) {
    List<DueWorkBegan> begun =
        run.events().stream()
            .filter(DueWorkBegan.class::isInstance)
            .map(DueWorkBegan.class::cast)
            .toList();
    return !begun.isEmpty()
        && unfinished
            .filter(entry -> entry.work() == work)
            .filter(entry -> begun.getLast().equals(entry.asEvent()))
            .isPresent();
  }

  private void markIf(boolean isReached, CoverageMark mark) {
    if (isReached) {
      reached.merge(mark, 1, Integer::sum);
    }
  }
}
