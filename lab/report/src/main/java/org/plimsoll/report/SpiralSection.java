package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plimsoll.results.Table;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.loadline.CollateralLoad;
import org.plimsoll.solvency.loadline.MarginalSpiral;
import org.plimsoll.solvency.loadline.Pledge;
import org.plimsoll.solvency.spiral.PriceMap;

/// Whether selling feeds on itself, as a section.
final class SpiralSection {
  private static final double SHOCK = 0.1;
  private static final int POINTS = 200;
  private static final int ROUNDS_MAX = 40;

  private SpiralSection() {}

  /// Returns the section.
  ///
  /// @param careful every range at the end that is worse
  /// @param favorable the same at the better end
  static Section of(
      List<CollateralLoad> loads, List<MarginalSpiral> careful, List<MarginalSpiral> favorable) {
    List<String> sentences = new ArrayList<>();
    careful.forEach(spiral -> sentences.add(sentence(spiral)));
    List<String> unknown =
        loads.stream()
            .map(CollateralLoad::asset)
            .filter(asset -> find(careful, asset).isEmpty())
            .toList();
    if (!unknown.isEmpty()) {
      sentences.add(
          "R is unknown for "
              + Wording.list(unknown)
              + ": the book tells no depth for the next unit sold, and daily volume alone gives none.");
    }
    boolean isAnyTold = careful.stream().anyMatch(ChannelTable::isAnyTold);
    sentences.add(
        "R is the price lost to the sales that one lost unit of price forces. It takes every"
            + " borrower to keep the ratio of debt to collateral that he has; what is pledged"
            + " outside the book"
            + (isAnyTold
                ? " can only raise it. The channels of one asset add."
                : ", withdrawals and leveraged tokens can only raise it."));
    return new Section(
        "spiral",
        "Whether selling feeds on itself",
        sentences,
        careful.isEmpty()
            ? List.of()
            : List.of(table(careful, favorable), ChannelTable.of(careful, favorable)),
        careful.stream().limit(1).flatMap(SpiralSection::charts).toList());
  }

  private static String sentence(MarginalSpiral spiral) {
    double all = spiral.withoutExemptions().total();
    String gain = spiral.asset() + ": R is " + words(all) + ChannelTable.words(spiral);
    boolean isExempt = spiral.pledges().stream().anyMatch(Pledge::exempt);
    String exempt =
        isExempt
            ? ", and "
                + (spiral.gain().total() == all ? "the same" : words(spiral.gain().total()))
                + " as long as "
                + Wording.list(exempt(spiral))
                + " is exempt from being sold out"
            : "";
    return gain
        + exempt
        + ". A fall of 10% ends at "
        + fall(spiral.map(SHOCK), spiral)
        + (isExempt
            ? ", without exemptions at " + fall(spiral.mapWithoutExemptions(SHOCK), spiral)
            : "")
        + ".";
  }

  private static List<String> exempt(MarginalSpiral spiral) {
    return spiral.pledges().stream()
        .filter(Pledge::exempt)
        .map(Pledge::borrower)
        .distinct()
        .toList();
  }

  private static String words(double gain) {
    return Double.isFinite(gain)
        ? "up to " + CellWords.model(gain)
        : "without limit, since more may be owed than the collateral is worth";
  }

  private static String fall(PriceMap map, MarginalSpiral spiral) {
    return CellWords.model(100 * lost(map, spiral), 4) + "%";
  }

  private static double lost(PriceMap map, MarginalSpiral spiral) {
    return 1 - map.finalPrice() / spiral.market().price();
  }

  private static Table table(List<MarginalSpiral> careful, List<MarginalSpiral> favorable) {
    Rows rows = new Rows("spiral");
    for (MarginalSpiral worst : careful) {
      Optional<MarginalSpiral> best = find(favorable, worst.asset());
      rows.text("collateral", worst.asset())
          .text("model", worst.model().words())
          .modelRange("r", best.map(b -> b.gain().total()).orElse(0.0), worst.gain().total())
          .modelRange(
              "r_nobody_exempt",
              best.map(b -> b.withoutExemptions().total()).orElse(0.0),
              worst.withoutExemptions().total())
          .model("fall_ends_at_part", lost(worst.map(SHOCK), worst))
          .model("nobody_exempt_part", lost(worst.mapWithoutExemptions(SHOCK), worst))
          .end();
    }
    return rows.table();
  }

  static Optional<MarginalSpiral> find(List<MarginalSpiral> spirals, String asset) {
    return spirals.stream().filter(spiral -> spiral.asset().equals(asset)).findFirst();
  }

  private static Stream<Chart> charts(MarginalSpiral spiral) {
    return Stream.of(map(spiral), rounds(spiral));
  }

  private static Chart rounds(MarginalSpiral spiral) {
    return new Chart.Lines(
        "cascade",
        "The price after each round of forced sales",
        new Chart.Scale("round", Chart.Scale.Kind.LINEAR),
        new Chart.Scale("price", Chart.Scale.Kind.LINEAR),
        List.of(
            steps("with exemptions", spiral.map(SHOCK)),
            steps("with nobody exempt", spiral.mapWithoutExemptions(SHOCK))),
        List.of(),
        List.of());
  }

  private static Chart.Line steps(String name, PriceMap map) {
    List<Double> prices = map.rounds(ROUNDS_MAX);
    List<Chart.At> at = new ArrayList<>();
    for (int round = 0; round < prices.size(); round++) {
      at.add(Chart.At.of(round, prices.get(round)));
    }
    at.add(Chart.At.of(prices.size(), prices.getLast()));
    return new Chart.Line(name, at, true);
  }

  private static Chart map(MarginalSpiral spiral) {
    PriceMap map = spiral.mapWithoutExemptions(SHOCK);
    List<PriceMap.Point> points = map.chart(POINTS);
    List<Chart.At> mapped = points.stream().map(p -> Chart.At.of(p.price(), p.mapped())).toList();
    double top = spiral.market().price();
    List<Chart.At> same = List.of(Chart.At.of(0, 0), Chart.At.of(top, top));
    List<Chart.Point> fixed =
        map.fixedPoints(POINTS).stream()
            .map(p -> new Chart.Point(p.stable() ? "stable" : "tipping", p.price(), p.price()))
            .toList();
    return new Chart.Lines(
        "price-map",
        "Where a fall of 10% of " + spiral.asset() + " ends, with nobody exempt",
        new Chart.Scale("price", Chart.Scale.Kind.LINEAR),
        new Chart.Scale("price after the sales that it forces", Chart.Scale.Kind.LINEAR),
        List.of(
            new Chart.Line("price after forced sales", mapped, false),
            new Chart.Line("the same price", same, false)),
        fixed,
        shades(points));
  }

  /// Returns where a step of the map is steeper than the step of the price.
  private static List<Chart.Shade> shades(List<PriceMap.Point> points) {
    List<Chart.Shade> shades = new ArrayList<>();
    int from = -1;
    for (int i = 1; i < points.size(); i++) {
      boolean isSteep =
          points.get(i).mapped() - points.get(i - 1).mapped()
              > points.get(i).price() - points.get(i - 1).price();
      if (isSteep && from < 0) {
        from = i - 1;
      }
      boolean isEnd = i == points.size() - 1;
      if (from >= 0 && (!isSteep || isEnd)) {
        int to = isSteep ? i : i - 1;
        shades.add(new Chart.Shade("R above 1", points.get(from).price(), points.get(to).price()));
        from = -1;
      }
    }
    return shades;
  }
}
