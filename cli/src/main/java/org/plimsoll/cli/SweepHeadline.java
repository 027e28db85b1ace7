package org.plimsoll.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.sweep.Aim;
import org.plimsoll.sweep.Band;

/// What the line of progress says of a sweep's figures: the median of two of them and, in brackets,
/// the 5th and the 95th percentile.
///
/// @param aims whose figures are shown before others
record SweepHeadline(List<Aim> aims) {
  private static final int FIGURES = 2;
  private static final String DRAWN = "set_";
  private static final MathContext DIGITS = new MathContext(3);

  /// Returns the words; empty where there are no bands yet.
  String of(List<Band> bands) {
    Stream<Band> asked =
        aims.stream()
            .flatMap(aim -> bands.stream().filter(band -> band.figure().equals(aim.figure())));
    Stream<Band> others = bands.stream().filter(band -> !band.figure().startsWith(DRAWN));
    return Stream.concat(asked, others)
        .distinct()
        .limit(FIGURES)
        .map(SweepHeadline::words)
        .collect(Collectors.joining(", "));
  }

  private static String words(Band band) {
    return band.figure()
        + " "
        + number(band.middle())
        + " ("
        + number(band.low())
        + " to "
        + number(band.high())
        + ")";
  }

  private static String number(double value) {
    return Wording.number(new BigDecimal(Double.toString(value)).round(DIGITS));
  }
}
