package planted.plimsoll.units;

import java.util.List;

final class WorksInParallel {
  long count(List<String> names) {
    return names.parallelStream().count();
  }
}
