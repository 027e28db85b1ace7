package planted.plimsoll.solvency;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;

final class Restless {
  long asksTheClock() {
    return Instant.now().getEpochSecond();
  }

  int draws() {
    return new Random().nextInt();
  }

  long countsInParallel(List<String> names) {
    return names.stream().parallel().count();
  }

  @SuppressWarnings("BigDecimalLiteralDouble")
  BigDecimal tenth() {
    return new BigDecimal(0.1);
  }
}
