package planted.plimsoll.units;

final class TakesFloats {
  long round(float[] amounts) {
    return amounts.length;
  }
}
