package org.plimsoll.ecosystem.run;

import java.util.Optional;
import org.plimsoll.ecosystem.PricePath;

/// Full histories of prices, in the place of what a scenario says.
@FunctionalInterface
public interface Histories {
  /// There are none.
  Histories NONE = _ -> Optional.empty();

  /// Returns the history of an asset, which has price 0 where it says nothing.
  Optional<PricePath> of(String asset);
}
