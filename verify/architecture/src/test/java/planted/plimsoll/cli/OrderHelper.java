package planted.plimsoll.cli;

final class OrderHelper {}
