package planted.plimsoll.matching;

/// Stands for the only maker of cleared orders.
public abstract class Gatekeeper {}
