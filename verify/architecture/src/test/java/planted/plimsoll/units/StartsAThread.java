package planted.plimsoll.units;

final class StartsAThread {
  Thread thread() {
    return new Thread(() -> {});
  }
}
