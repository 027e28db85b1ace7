package org.plimsoll.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.List;

/// Same book, same shock, same seed: the same bytes out.
final class LabRules {
  static final ArchRule CLOCK =
      verdicts()
          .should(Calls.to(Calls.CLOCK))
          .because("a verdict does not depend on when it is asked; take the book's own date");

  static final ArchRule RANDOMNESS =
      verdicts()
          .should(Calls.to(Calls.DEFAULT_RANDOMNESS))
          .because("the same seed must give the same bytes; take a seed and draw from it");

  static final ArchRule PARALLEL =
      verdicts()
          .should(Calls.to(Calls.PARALLEL))
          .because("sums must not depend on the number of threads; use a sequential stream");

  static final ArchRule EXACT_BOOK =
      noClasses()
          .that()
          .resideInAPackage("*.plimsoll.solvency.book..")
          .should(Declarations.ofTypes("float", "double", "java.lang.Float", "java.lang.Double"))
          .because("what is owned and owed is exact; use BigDecimal, Figure or Interval");

  static final ArchRule EXACT_DECIMALS =
      noClasses()
          .that()
          .resideInAPackage("*.plimsoll..")
          .should(Calls.to(Calls.DECIMAL_FROM_DOUBLE))
          .because("a double is not the decimal that was written; use new BigDecimal(String)");

  private LabRules() {}

  static List<ArchRule> all() {
    return List.of(CLOCK, RANDOMNESS, PARALLEL, EXACT_BOOK, EXACT_DECIMALS);
  }

  private static GivenClassesConjunction verdicts() {
    return noClasses()
        .that()
        .resideInAnyPackage(Room.TEXT.packages(), Room.SOLVENCY.packages(), Room.PROOF.packages());
  }
}
