package org.plimsoll.model;

import static org.plimsoll.model.NaiveVenue.parameter;
import static org.plimsoll.model.Refused.unless;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.protocol.CollateralCommand;
import org.plimsoll.protocol.CollateralCommand.AnnounceWeight;
import org.plimsoll.protocol.CollateralCommand.CapCollateral;
import org.plimsoll.protocol.CollateralEvent.WeightMoved;
import org.plimsoll.protocol.DualControlled;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.protocol.RefusalReason;

/// What assets count for at the slow twin: terms, caps and announced weights.
final class NaiveWeights {
  private static final long ONE = 1_000_000_000L;
  private static final long DAY = 86_400_000_000_000L;

  private final NaiveState state;
  private final SortedMap<Integer, AnnounceWeight> announced = new TreeMap<>();

  NaiveWeights(NaiveState state) {
    this.state = state;
  }

  void set(SetCollateral c, List<Event> events) {
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_ASSET, c.asset(), state.assets.size());
    parameter(0, c.initialWeightE9(), ONE);
    parameter(c.initialWeightE9(), c.totalWeightE9(), ONE);
    parameter(0, c.imfFactorE9(), ONE);
    NaiveAsset asset = state.assets.get(c.asset());
    asset
        .collateral()
        .ifPresent(before -> {
          parameter(before.totalWeightE9(), c.totalWeightE9(), before.totalWeightE9());
          parameter(before.imfFactorE9(), c.imfFactorE9(), before.imfFactorE9());
        });
    state.assets.set(c.asset(), asset.with(c));
    events.add(new Event.CommandApplied(c));
  }

  void on(CollateralCommand command, List<Event> events) {
    checkGranters(command);
    switch (command) {
      case CapCollateral c -> cap(c);
      case AnnounceWeight c -> announce(c);
    }
    events.add(new Event.CommandApplied(command));
  }

  /// Takes a day's step of an asset's weight.
  void step(int asset, List<Event> events) {
    AnnounceWeight path = Optional.ofNullable(announced.get(asset)).orElseThrow();
    SetCollateral before = state.assets.get(asset).collateral().orElseThrow();
    long gap = path.totalWeightE9() - before.totalWeightE9();
    long step = Math.min(Math.abs(gap), path.dailyMaxE9()) * Long.signum(gap);
    long total = before.totalWeightE9() + step;
    long initial = Math.min(before.initialWeightE9(), total);
    SetCollateral after = new SetCollateral(asset, initial, total, before.imfFactorE9());
    state.assets.set(asset, state.assets.get(asset).with(after));
    events.add(new WeightMoved(asset, initial, total));
    if (total == path.totalWeightE9()) {
      announced.remove(asset);
    } else {
      state.due.add(new NaiveDue.Entry(state.clock + DAY, DueWork.WEIGHT, asset));
    }
  }

  private void cap(CapCollateral c) {
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_ASSET, c.asset(), state.assets.size());
    NaiveAsset asset = state.assets.get(c.asset());
    parameter(0, c.accountMax(), asset.definition().balanceMax());
    parameter(0, c.venueMax(), Long.MAX_VALUE);
    parameter(0, c.borrowMax(), 1L << 62);
    state.assets.set(c.asset(), asset.with(c));
  }

  private void announce(AnnounceWeight c) {
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_ASSET, c.asset(), state.assets.size());
    parameter(0, c.totalWeightE9(), ONE);
    parameter(state.clock + DAY, c.startNs(), 7_258_118_399_999_999_999L);
    parameter(100_000, c.dailyMaxE9(), 20_000_000);
    boolean hasTerms = state.assets.get(c.asset()).collateral().isPresent();
    unless(hasTerms, RefusalReason.NOT_BORROWABLE, 1, 0);
    state.due.removeIf(entry -> entry.work() == DueWork.WEIGHT && entry.id() == c.asset());
    announced.put(c.asset(), c);
    state.due.add(new NaiveDue.Entry(c.startNs(), DueWork.WEIGHT, c.asset()));
  }

  private static void checkGranters(DualControlled c) {
    boolean areTwo = !c.granter().equalsIgnoreCase(c.secondGranter());
    unless(areTwo, RefusalReason.SAME_GRANTER, 2, 1);
  }
}
