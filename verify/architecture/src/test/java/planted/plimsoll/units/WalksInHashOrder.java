package planted.plimsoll.units;

import java.util.HashSet;
import java.util.Set;

final class WalksInHashOrder {
  Set<String> names() {
    return new HashSet<>();
  }
}
