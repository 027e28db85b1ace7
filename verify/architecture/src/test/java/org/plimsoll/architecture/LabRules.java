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

  /// Who runs the venue keeps its books, and nobody else looks into them: the desk that sends, the
  /// office that pays and publishes, and those who reconcile and audit.
  private static final String KEEPERS_OF_BOOKS =
      "desk\\.(Reconciler|RiskOrders|WithdrawalDesk)|firm\\.(Auditor|FirmAssets|VenueOffice)";

  static final ArchRule FEEDS =
      noClasses()
          .that()
          .resideInAPackage("*.plimsoll.ecosystem.agent..")
          .and()
          .haveNameNotMatching(".*\\.agent\\.(" + KEEPERS_OF_BOOKS + ")(\\$.*)?")
          .should(Calls.to(List.of("Exchange\\.books\\(\\)", "VenueView\\..*")))
          .allowEmptyShould(true)
          .because("an agent sees feeds only; ask its Terminal, listen, or read the Bulletin");

  private LabRules() {}

  static List<ArchRule> all() {
    return List.of(CLOCK, RANDOMNESS, PARALLEL, EXACT_BOOK, EXACT_DECIMALS, FEEDS);
  }

  private static GivenClassesConjunction verdicts() {
    return noClasses()
        .that()
        .resideInAnyPackage(Room.TEXT.packages(), Room.SOLVENCY.packages(), Room.PROOF.packages());
  }
}
