package org.plimsoll.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;

/// Who may know whom.
final class ArrowRules {
  static final ArchRule NO_CYCLES =
      slices()
          .matching("*.plimsoll.(**)")
          .namingSlices("package $1")
          .should()
          .beFreeOfCycles()
          .because("packages that need each other are one package; move what both need below them");

  static final ArchRule CORE_NEEDS_NOBODY =
      classes()
          .that()
          .resideInAnyPackage(Room.packagesOf(Room.CORE))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "*.plimsoll..")
          .because("the core runs on the JDK alone; use core/units, or do it in lab or cli");

  static final ArchRule SPARK_STAYS_IN_ITS_ROOM =
      noClasses()
          .that()
          .resideOutsideOfPackage(Room.SPARK.packages())
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "scala..")
          .because("Spark is on the class path only where it was asked for; use sweep's Cluster");

  static final ArchRule GATES_ARE_ONE =
      classes()
          .that()
          .areAssignableTo(Named.as("matching.Gatekeeper"))
          .and(Named.not("matching.Gatekeeper"))
          .should()
          .haveNameMatching(
              "[a-z]+\\.plimsoll\\.(venue\\.(OrderGates|BookLiquidation)"
                  + "|bench\\.orders\\.(PlimsollBook|StreamRecorder\\$Reference))")
          .because(
              "a client's order must pass every gate of venue's OrderGates; only liquidation sends"
                  + " orders that nobody may refuse, and benchmarks compare order books that have"
                  + " no venue around them");

  private ArrowRules() {}

  /// One rule per room that is not allowed to know all others.
  static List<ArchRule> arrows() {
    return Arrays.stream(Room.values()).map(ArrowRules::arrow).toList();
  }

  static ArchRule arrow(Room room) {
    return noClasses()
        .that()
        .resideInAPackage(room.packages())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(room.packagesOutOfReach())
        .allowEmptyShould(Room.ON_DEMAND.contains(room))
        .because(
            room
                + " may know "
                + room.reach()
                + " alone (docs/architecture.md); let it be told through an interface of its own,"
                + " or wire the two together in cli");
  }
}
