package org.plimsoll.solvency.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.RandomBook;
import org.plimsoll.solvency.assess.RatioRange;
import org.plimsoll.solvency.book.Interval;

/// What explains a figure must give that very figure, in whatever book.
class ExplanationLaws {
  private static final int BOOKS = 1_000;

  @Test
  void shouldAddUpExactlyInBooksOfSingleNumbers() {
    SortedMap<String, Integer> forms = new TreeMap<>();
    int haircuts = 0;
    for (long seed = 0; seed < BOOKS; seed++) {
      Assessment assessment = Assessment.of(RandomBook.exact(seed));
      for (ExplainedFigure figure : Explanations.of(assessment)) {
        Derivation derivation = figure.derivation().get();
        assertThat(derivation).as(seed + " " + figure).isNotInstanceOf(Derivation.Narrower.class);
        requireItsOwnValue(seed, figure, derivation);
        forms.merge(derivation.getClass().getSimpleName(), 1, Integer::sum);
        boolean breaks =
            figure.id().startsWith("breaking") && derivation instanceof Derivation.Quotient;
        haircuts += breaks ? 1 : 0;
      }
    }
    assertThat(haircuts).isGreaterThan(BOOKS / 4);
    assertThat(forms.keySet()).containsExactly("Model", "Others", "PartOf", "Quotient", "Sum");
    assertThat(forms.values()).allMatch(count -> count > BOOKS / 2);
  }

  @Test
  void shouldAddUpToTheLimitsOrBeyondThemInBooksWithRanges() {
    int narrower = 0;
    for (long seed = 0; seed < BOOKS; seed++) {
      Assessment assessment = Assessment.of(RandomBook.withRanges(seed));
      for (ExplainedFigure figure : Explanations.of(assessment)) {
        Derivation derivation = figure.derivation().get();
        if (derivation instanceof Derivation.Narrower(Derivation.Sum widest, _)) {
          narrower++;
          assertThat(((Amount.Quantity) figure.amount()).value().liesIn(widest.total()))
              .as(seed + " " + figure)
              .isTrue();
        } else if (derivation instanceof Derivation.Narrower(Derivation.Quotient widest, _)) {
          narrower++;
          assertThat(figure.amount())
              .isEqualTo(new Amount.Fraction(RatioRange.exactly(Ratio.ONE), ""));
          assertThat(widest.value().orElseThrow().high()).contains(Ratio.ONE);
        } else {
          requireItsOwnValue(seed, figure, derivation);
        }
      }
    }
    assertThat(narrower).isBetween(BOOKS / 10, BOOKS * 4);
  }

  @Test
  void shouldGiveNoIdTwiceAndAlwaysTheSameIdsForABook() {
    for (long seed = 0; seed < BOOKS; seed++) {
      Assessment assessment = Assessment.of(RandomBook.exact(seed));
      List<String> ids = new ArrayList<>();
      Explanations.of(assessment).forEach(figure -> ids.add(figure.id()));
      assertThat(ids).doesNotHaveDuplicates();
      for (ExplainedFigure figure : Explanations.of(assessment)) {
        if (figure.derivation().get() instanceof Derivation.Others(List<String> others)) {
          assertThat(new TreeSet<>(ids)).containsAll(others);
        }
      }
    }
  }

  @Test
  void shouldGiveTheGainOfCommingling() {
    for (long seed = 0; seed < BOOKS; seed++) {
      SortedMap<String, Ratio> money = new TreeMap<>();
      Ratio gains = Ratio.ZERO;
      for (ExplainedFigure figure : Explanations.of(Assessment.of(RandomBook.exact(seed)))) {
        if (figure.id().startsWith("commingling.")) {
          money.put(figure.id(), ((Amount.Fraction) figure.amount()).value().low());
        }
      }
      for (String id : money.keySet()) {
        if (id.endsWith(".gain")) {
          String stem = id.substring(0, id.length() - ".gain".length());
          Ratio gain = money.get(stem + ".commingled").minus(money.get(stem + ".segregated"));
          assertThat(money.get(id)).isEqualTo(gain);
          gains = gains.plus(gain);
        }
      }
      if (!money.isEmpty()) {
        assertThat(money.get("commingling.surplus-change").plus(gains)).isEqualTo(Ratio.ZERO);
      }
    }
  }

  private static void requireItsOwnValue(long seed, ExplainedFigure figure, Derivation derivation) {
    String where = "seed " + seed + ": " + figure.id();
    switch (derivation) {
      case Derivation.Sum sum -> {
        if (figure.amount() instanceof Amount.Quantity(Interval value, _)) {
          assertThat(sum.total()).as(where).isEqualTo(value);
        } else {
          assertThat(new Amount.Fraction(RatioRange.exactly(sum.lowest()), "USD"))
              .as(where)
              .isEqualTo(figure.amount());
        }
      }
      case Derivation.Quotient quotient -> {
        if (figure.amount() instanceof Amount.Fraction(RatioRange value, _)) {
          assertThat(quotient.value()).as(where).contains(value);
        } else if (!figure.id().equals("own-token.part-of-equity")) {
          assertThat(quotient.value()).as(where).isEmpty();
        }
      }
      case Derivation.PartOf part ->
          assertThat(new Amount.Fraction(RatioRange.exactly(part.value()), "USD"))
              .as(where)
              .isEqualTo(figure.amount());
      case Derivation.Model(List<Computation> ends) -> {
        Amount.Model shown = (Amount.Model) figure.amount();
        for (Computation end : ends) {
          boolean isShown = isSame(end.value(), shown.low()) || isSame(end.value(), shown.high());
          assertThat(isShown).as("%s %s %s", where, end, shown).isTrue();
        }
      }
      case Derivation.Others _ ->
          assertThat(figure.id()).as(where).matches("(breaking|comming|load|own-token).*");
      case Derivation.Narrower _ -> throw new AssertionError(where);
    }
  }

  private static boolean isSame(double value, double shown) {
    return value == shown || Math.abs(value - shown) <= 1e-12 * (1 + Math.abs(shown));
  }

  @Test
  void shouldLoseNothingWhenItIsShortened() {
    for (long seed = 0; seed < BOOKS; seed++) {
      Derivation.Sum sum =
          (Derivation.Sum)
              Explanations.find(Assessment.of(RandomBook.exact(seed)), "equity.mark")
                  .orElseThrow()
                  .derivation()
                  .get();
      for (int lines = 1; lines <= sum.entries().size() + 1; lines++) {
        LargestEntries largest = LargestEntries.of(sum, lines);
        assertThat(new Derivation.Sum("", largest.shown()).total().plus(largest.rest()))
            .isEqualTo(sum.total());
        int printed = largest.shown().size() + (largest.others() == 0 ? 0 : 1);
        assertThat(printed).isEqualTo(Math.min(lines, sum.entries().size()));
        assertThat(largest.shown().size() + largest.others()).isEqualTo(sum.entries().size());
      }
    }
  }
}
