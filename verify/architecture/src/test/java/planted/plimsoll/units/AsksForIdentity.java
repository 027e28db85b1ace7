package planted.plimsoll.units;

final class AsksForIdentity {
  int identity(Object thing) {
    return thing.hashCode();
  }
}
