package planted.plimsoll.units;

final class KeepsALog {
  void log(System.Logger logger) {
    logger.log(System.Logger.Level.INFO, "it happened");
  }
}
