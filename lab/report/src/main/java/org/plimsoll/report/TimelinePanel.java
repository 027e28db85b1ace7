package org.plimsoll.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.plimsoll.ecosystem.outcome.Series;

/// Series that are drawn over one axis: they have one unit, and none is so much larger than the
/// next that it would press the others flat. Series whose names begin with `price`, or whose titles
/// speak of a price or begin with `mark of`, are prices and have panels of their own.
///
/// @param title what they have in common, or their titles
/// @param axis how their values lie
/// @param members their places in the outcome's list
record TimelinePanel(String title, String unit, Axis axis, List<Integer> members) {
  /// How values lie on the axis of a panel.
  enum Axis {
    /// From zero on.
    FROM_ZERO,
    /// As near as they are, as prices are read.
    NEAR,
    /// In powers of ten, for prices that span decades.
    LOGARITHMIC
  }

  private static final String PRICE = "price";
  private static final int TITLES_MAX = 3;
  private static final int LENGTH_MAX = 80;

  /// The next larger series of a panel may be so many times larger.
  private static final double STEP_MAX = 20;

  private static final double DECADES_APART = 100;

  /// Returns the panels of a run, in the order of their first series.
  static List<TimelinePanel> of(List<Series> series) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < series.size(); i++) {
      String key = (isPrice(series.get(i)) ? PRICE : "") + "/" + series.get(i).unit();
      groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
    }
    List<TimelinePanel> panels = new ArrayList<>();
    groups
        .values()
        .forEach(group -> parts(series, group).forEach(part -> panels.add(panel(series, part))));
    panels.sort(Comparator.comparingInt(panel -> panel.members.getFirst()));
    return panels;
  }

  private static boolean isPrice(Series series) {
    String title = series.title().toLowerCase(Locale.ROOT);
    return series.name().startsWith(PRICE) || title.contains(PRICE) || title.startsWith("mark of");
  }

  private static List<List<Integer>> parts(List<Series> series, List<Integer> group) {
    if (isPrice(series.get(group.getFirst()))) {
      return List.of(group);
    }
    List<Integer> bySize = new ArrayList<>(group);
    bySize.sort(Comparator.comparingDouble(i -> size(series.get(i))));
    List<List<Integer>> parts = new ArrayList<>();
    double last = 0;
    for (int member : bySize) {
      double size = size(series.get(member));
      if (parts.isEmpty() || (last > 0 && size > last * STEP_MAX)) {
        parts.add(new ArrayList<>());
      }
      parts.getLast().add(member);
      last = size;
    }
    parts.forEach(part -> part.sort(Comparator.naturalOrder()));
    return parts;
  }

  private static double size(Series series) {
    return finite(series).map(Math::abs).max().orElse(0);
  }

  private static DoubleStream finite(Series series) {
    return Arrays.stream(series.values()).filter(Double::isFinite);
  }

  private static TimelinePanel panel(List<Series> all, List<Integer> members) {
    List<Series> series = members.stream().map(all::get).toList();
    double[] positive =
        series.stream()
            .flatMapToDouble(TimelinePanel::finite)
            .filter(value -> value > 0)
            .sorted()
            .toArray();
    boolean spansDecades =
        positive.length > 0 && positive[positive.length - 1] >= DECADES_APART * positive[0];
    return new TimelinePanel(
        capitalized(title(series.stream().map(Series::title).toList())),
        series.getFirst().unit(),
        axis(series.getFirst(), spansDecades),
        List.copyOf(members));
  }

  private static Axis axis(Series first, boolean spansDecades) {
    if (!isPrice(first)) {
      return Axis.FROM_ZERO;
    }
    return spansDecades ? Axis.LOGARITHMIC : Axis.NEAR;
  }

  private static String title(List<String> titles) {
    if (titles.size() <= TITLES_MAX) {
      return String.join(", ", titles);
    }
    String start = commonStart(titles);
    String rests =
        String.join(", ", titles.stream().map(title -> title.substring(start.length())).toList());
    return !start.isEmpty() && start.length() + rests.length() <= LENGTH_MAX
        ? start + rests
        : titles.getFirst() + ", " + titles.get(1) + " and " + (titles.size() - 2) + " more";
  }

  /// Returns the words with which all titles begin, and the space after them.
  private static String commonStart(List<String> titles) {
    String start = titles.getFirst();
    while (!allBegin(titles, start)) {
      int space = start.stripTrailing().lastIndexOf(' ');
      start = start.substring(0, space + 1);
    }
    return start;
  }

  private static boolean allBegin(List<String> titles, String start) {
    return titles.stream().allMatch(title -> title.startsWith(start) && !title.equals(start));
  }

  private static String capitalized(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
