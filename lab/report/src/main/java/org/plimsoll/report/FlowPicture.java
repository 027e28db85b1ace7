package org.plimsoll.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.ecosystem.outcome.Flow;

/// What went from whom to whom over a run, as ribbons between two columns of parties, as wide as
/// what went. Each party stands on the left with what it gave and on the right with what it got.
/// Heights are pixels; widths follow the page.
final class FlowPicture {
  /// Pairs that are drawn each for itself; all others are one ribbon that says how many they are.
  private static final int PAIRS_MAX = 14;

  /// A smaller part of all that flowed is a hair.
  private static final double PART_MIN = 0.004;

  private static final int COLORS = 6;
  private static final int HEIGHT_MAX = 520;
  private static final int HEIGHT_OF_RIBBON = 90;

  /// What three lines of words take.
  private static final int NODE_MIN = 48;

  private static final int GAP = 8;
  private static final int WIDTH = 1_000;

  private final List<Ribbon> ribbons;
  private final Map<String, Node> givers;
  private final Map<String, Node> takers;

  private FlowPicture(List<Ribbon> ribbons) {
    this.ribbons = ribbons;
    givers = column(ribbons, true);
    takers = column(ribbons, false);
  }

  /// What one party gave another, for all causes.
  private record Ribbon(String from, String to, double value, List<String> causes) {}

  /// A party in a column.
  private record Node(double value, double top, double height) {}

  /// Adds the picture.
  ///
  /// @param flows at least one
  static void addTo(Markup page, List<Flow> flows) {
    new FlowPicture(ribbons(flows)).add(page);
  }

  private static List<Ribbon> ribbons(List<Flow> flows) {
    Map<List<String>, List<Flow>> pairs = new LinkedHashMap<>();
    for (Flow flow : flows) {
      pairs.computeIfAbsent(List.of(flow.from(), flow.to()), _ -> new ArrayList<>()).add(flow);
    }
    List<Ribbon> all = new ArrayList<>();
    pairs.forEach((pair, each) -> all.add(ribbon(pair.getFirst(), pair.getLast(), each)));
    all.sort(Comparator.comparingDouble(Ribbon::value).reversed());
    double least = PART_MIN * all.stream().mapToDouble(Ribbon::value).sum();
    int large = (int) all.stream().filter(each -> each.value >= least).count();
    int kept = Math.min(large, PAIRS_MAX);
    if (all.size() <= kept + 1) {
      return all;
    }
    List<Ribbon> shown = new ArrayList<>(all.subList(0, kept));
    List<Ribbon> rest = all.subList(kept, all.size());
    String others = "others (" + rest.size() + " pairs)";
    double value = rest.stream().mapToDouble(Ribbon::value).sum();
    shown.add(new Ribbon(others, others, value, List.of(rest.size() + " smaller pairs")));
    return shown;
  }

  private static Ribbon ribbon(String from, String to, List<Flow> flows) {
    List<String> causes =
        flows.stream()
            .sorted(Comparator.comparing(Flow::value).reversed())
            .map(flow -> flow.cause() + " " + RunWords.amount(flow.value()))
            .toList();
    double value = flows.stream().mapToDouble(flow -> flow.value().doubleValue()).sum();
    return new Ribbon(from, to, value, causes);
  }

  private static String end(Ribbon ribbon, boolean isGiver) {
    return isGiver ? ribbon.from : ribbon.to;
  }

  private static Map<String, Node> column(List<Ribbon> ribbons, boolean isGiver) {
    Map<String, Double> values = new LinkedHashMap<>();
    ribbons.forEach(ribbon -> values.merge(end(ribbon, isGiver), ribbon.value, Double::sum));
    List<Map.Entry<String, Double>> bySize = new ArrayList<>(values.entrySet());
    bySize.sort(Map.Entry.<String, Double>comparingByValue().reversed());
    double scale = scale(ribbons);
    Map<String, Node> nodes = new LinkedHashMap<>();
    double top = 0;
    for (Map.Entry<String, Double> entry : bySize) {
      double height = Math.max(NODE_MIN, entry.getValue() * scale);
      nodes.put(entry.getKey(), new Node(entry.getValue(), top, height));
      top += height + GAP;
    }
    return nodes;
  }

  /// Returns pixels per unit of value.
  private static double scale(List<Ribbon> ribbons) {
    int height = Math.min(HEIGHT_MAX, HEIGHT_OF_RIBBON * ribbons.size());
    return height / Math.max(1, ribbons.stream().mapToDouble(Ribbon::value).sum());
  }

  private void add(Markup page) {
    double height = Math.max(bottom(givers), bottom(takers));
    page.open("div", "class", "flows", "style", "height:" + Math.round(height) + "px");
    addNames(page, givers, "gave");
    page.open(
        "svg",
        "viewBox",
        "0 0 " + WIDTH + " " + Math.round(height),
        "preserveAspectRatio",
        "none",
        "role",
        "img",
        "aria-label",
        "Flows between parties. Their figures are in the table below.");
    addRibbons(page);
    page.close("svg");
    addNames(page, takers, "got");
    page.close("div");
  }

  private static double bottom(Map<String, Node> nodes) {
    return nodes.values().stream().mapToDouble(node -> node.top + node.height).max().orElse(0);
  }

  private static void addNames(Markup page, Map<String, Node> nodes, String verb) {
    page.open("div", "class", "names " + verb);
    nodes.forEach((name, node) ->
        page.open(
                "p",
                "style",
                "top:" + Math.round(node.top) + "px;height:" + Math.round(node.height) + "px")
            .element("strong", name)
            .element("span", verb + " " + RunWords.amount(node.value), "class", "quiet")
            .close("p"));
    page.close("div");
  }

  private void addRibbons(Markup page) {
    double scale = scale(ribbons);
    Map<String, Double> given = starts(givers, scale);
    Map<String, Double> got = starts(takers, scale);
    List<String> colors = List.copyOf(givers.keySet());
    for (Ribbon ribbon : ribbons) {
      double width = ribbon.value * scale;
      double left = given.merge(ribbon.from, width, Double::sum) - width;
      double right = got.merge(ribbon.to, width, Double::sum) - width;
      page.open(
              "path",
              "class",
              "ribbon color-" + colors.indexOf(ribbon.from) % COLORS,
              "d",
              shape(left, right, Math.max(1, width)))
          .element("title", words(ribbon))
          .close("path");
    }
  }

  /// A node that is higher than what went through it has its ribbons in its middle.
  private static Map<String, Double> starts(Map<String, Node> nodes, double scale) {
    Map<String, Double> starts = new LinkedHashMap<>();
    nodes.forEach(
        (name, node) -> starts.put(name, node.top + (node.height - node.value * scale) / 2));
    return starts;
  }

  private static String words(Ribbon ribbon) {
    return ribbon.from
        + " to "
        + ribbon.to
        + ": "
        + RunWords.amount(ribbon.value)
        + " ("
        + String.join(", ", ribbon.causes)
        + ")";
  }

  private static String shape(double left, double right, double width) {
    return "M0 "
        + px(left)
        + "C450 "
        + px(left)
        + " 550 "
        + px(right)
        + " "
        + WIDTH
        + " "
        + px(right)
        + "V"
        + px(right + width)
        + "C550 "
        + px(right + width)
        + " 450 "
        + px(left + width)
        + " 0 "
        + px(left + width)
        + "Z";
  }

  private static String px(double pixels) {
    return Double.toString(Math.round(pixels * 10) / 10.0);
  }
}
