package planted.plimsoll.units;

import java.util.Set;

final class WalksInSaltedOrder {
  Set<String> names() {
    return Set.of("a", "b");
  }
}
