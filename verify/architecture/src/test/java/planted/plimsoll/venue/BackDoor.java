package planted.plimsoll.venue;

import planted.plimsoll.matching.Gatekeeper;

final class BackDoor extends Gatekeeper {}
