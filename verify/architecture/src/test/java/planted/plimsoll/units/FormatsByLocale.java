package planted.plimsoll.units;

final class FormatsByLocale {
  String price(long price) {
    return "%d".formatted(price);
  }
}
