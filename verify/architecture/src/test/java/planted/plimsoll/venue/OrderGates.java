package planted.plimsoll.venue;

import planted.plimsoll.matching.Gatekeeper;

final class OrderGates extends Gatekeeper {}
