package planted.plimsoll.ledger;

import planted.plimsoll.units.Blameless;

/// An entry that knows units, as it may.
public record Entry(Blameless what) {}
