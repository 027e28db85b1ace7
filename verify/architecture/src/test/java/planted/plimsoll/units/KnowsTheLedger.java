package planted.plimsoll.units;

import planted.plimsoll.ledger.Entry;

/// An arrow the wrong way round; with [Entry] it is a cycle too.
final class KnowsTheLedger {
  Entry entry() {
    return new Entry(new Blameless("a", 1));
  }
}
