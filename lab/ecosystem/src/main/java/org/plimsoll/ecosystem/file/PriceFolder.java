package org.plimsoll.ecosystem.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ecosystem.PricePath;
import org.plimsoll.ecosystem.run.Histories;
import org.plimsoll.ecosystem.scenario.Moments;
import org.plimsoll.ecosystem.scenario.PriceEntry;
import org.plimsoll.ecosystem.scenario.Scenario;
import org.plimsoll.text.Nearest;
import org.plimsoll.text.Place;
import org.plimsoll.text.Problems;

/// Histories of prices in CSV files: columns `time_utc` (when a bar begins), `close` and, where a
/// file holds several, `symbol`.
///
/// A close is known when its bar ends, which is when the next one of the usual length begins. Gaps
/// are left as they are: the last close stays.
public final class PriceFolder {
  private static final String TIME = "time_utc";
  private static final String CLOSE = "close";
  private static final String SYMBOL = "symbol";
  private static final double E9 = 1e9;

  private final Path folder;
  private final Problems problems;

  private PriceFolder(Path folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /// Reads the histories that a scenario names, from a folder. What cannot be read is added to the
  /// problems.
  public static Histories read(Path folder, Scenario scenario, Problems problems) {
    PriceFolder reader = new PriceFolder(folder, problems);
    SortedMap<String, PricePath> paths = new TreeMap<>();
    for (Map.Entry<String, PriceEntry> price : scenario.prices().entrySet()) {
      price
          .getValue()
          .history()
          .ifPresent(history -> paths.put(price.getKey(), reader.path(history)));
    }
    if (paths.isEmpty()) {
      problems.add(
          Place.whole(problems.file()),
          "no price of this scenario names a `history`, so that `--prices` changes nothing");
    }
    return asset -> Optional.ofNullable(paths.get(asset));
  }

  private PricePath path(PriceEntry.HistoryEntry history) {
    TreeMap<Long, Long> closes = new TreeMap<>();
    for (String name : history.files()) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        closes.putAll(bars(file, history.symbol()));
      } else {
        problems.add(Place.whole(folder.toString()), "there is no file `" + name + "`");
      }
    }
    return time -> {
      Map.Entry<Long, Long> last = closes.floorEntry(time);
      return last == null ? 0 : last.getValue();
    };
  }

  /// Returns the closes of a file in billionths by when they are known.
  private SortedMap<Long, Long> bars(Path file, String symbol) {
    TreeMap<Long, Long> begun = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : csv) {
        read(row, symbol, file, begun);
      }
    } catch (IOException | UncheckedIOException | CsvParseException unreadable) {
      problems.add(Place.whole(file.toString()), "this file cannot be read: " + unreadable);
    }
    if (begun.isEmpty()) {
      String rows = symbol.isEmpty() ? "rows" : "rows of `" + symbol + "`";
      problems.add(Place.whole(file.toString()), "there are no " + rows);
    }
    return ended(begun);
  }

  private void read(NamedCsvRecord row, String symbol, Path file, Map<Long, Long> begun) {
    Place place = new Place(file.toString(), Math.toIntExact(row.getStartingLineNumber()), 1);
    for (String column : new String[] {TIME, CLOSE}) {
      if (row.findField(column).isEmpty()) {
        String hint = Nearest.hint(column, row.getHeader());
        problems.add(place, "the column `" + column + "` is missing" + hint);
        return;
      }
    }
    boolean isOther = !symbol.isEmpty() && row.findField(SYMBOL).filter(symbol::equals).isEmpty();
    if (isOther) {
      return;
    }
    try {
      double close = Double.parseDouble(row.getField(CLOSE));
      long time = Moments.ns(Instant.parse(row.getField(TIME)));
      if (close > 0 && close < Integer.MAX_VALUE) {
        begun.put(time, StrictMath.round(close * E9));
      } else {
        problems.add(place, "`" + row.getField(CLOSE) + "` is no price");
      }
    } catch (NumberFormatException | DateTimeException e) {
      problems.add(place, "this row has no instant and price: " + e.getMessage());
    }
  }

  private static SortedMap<Long, Long> ended(SortedMap<Long, Long> begun) {
    long length = Long.MAX_VALUE;
    long before = 0;
    for (long time : begun.keySet()) {
      length = before == 0 ? length : Math.min(length, time - before);
      before = time;
    }
    SortedMap<Long, Long> ended = new TreeMap<>();
    for (Map.Entry<Long, Long> bar : begun.entrySet()) {
      ended.put(bar.getKey() + (length == Long.MAX_VALUE ? 0 : length), bar.getValue());
    }
    return ended;
  }
}
