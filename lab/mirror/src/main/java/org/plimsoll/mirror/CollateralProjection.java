package org.plimsoll.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.protocol.CollateralCommand;
import org.plimsoll.protocol.CollateralCommand.AnnounceWeight;
import org.plimsoll.protocol.CollateralCommand.CapCollateral;
import org.plimsoll.protocol.CollateralEvent.WeightMoved;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.venue.CollateralCaps;
import org.plimsoll.venue.WeightPath;

/// Folds what a venue's events say of caps and announced weights.
final class CollateralProjection {
  private static final long NANOS_PER_DAY = 86_400_000_000_000L;

  private final List<CollateralCaps> caps = new ArrayList<>();
  private final SortedMap<Integer, WeightPath> paths = new TreeMap<>();

  void add(DefineAsset definition) {
    caps.add(CollateralCaps.none(definition));
  }

  List<CollateralCaps> caps() {
    return List.copyOf(caps);
  }

  List<WeightPath> paths() {
    return List.copyOf(paths.values());
  }

  void apply(CollateralCommand command) {
    switch (command) {
      case CapCollateral c -> caps.set(c.asset(), CollateralCaps.of(c));
      case AnnounceWeight c ->
          paths.put(
              c.asset(), new WeightPath(c.asset(), c.totalWeightE9(), c.dailyMaxE9(), c.startNs()));
    }
  }

  void move(WeightMoved event, long clockNs) {
    paths.computeIfPresent(
        event.asset(),
        (asset, path) ->
            path.totalWeightE9() == event.totalWeightE9()
                ? null
                : new WeightPath(
                    asset, path.totalWeightE9(), path.dailyMaxE9(), clockNs + NANOS_PER_DAY));
  }
}
