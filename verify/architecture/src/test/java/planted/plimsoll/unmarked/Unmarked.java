package planted.plimsoll.unmarked;

final class Unmarked {}
