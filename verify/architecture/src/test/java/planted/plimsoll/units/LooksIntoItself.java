package planted.plimsoll.units;

final class LooksIntoItself {
  int methods() {
    return getClass().getDeclaredMethods().length;
  }
}
