package org.plimsoll.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A rule that finds nothing may be a rule that looks nowhere: each is shown what it must find.
class PlantedViolationsTest {
  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("planted.plimsoll");

  static Stream<Arguments> plantedViolations() {
    return Stream.of(
        arguments(ArrowRules.arrow(Room.UNITS), "units.KnowsTheLedger"),
        arguments(ArrowRules.NO_CYCLES, "units.KnowsTheLedger"),
        arguments(ArrowRules.CORE_NEEDS_NOBODY, "units.NeedsThirdParty"),
        arguments(ArrowRules.GATES_ARE_ONE, "venue.BackDoor"),
        arguments(CoreRules.CLOCK, "units.ReadsTheClock"),
        arguments(CoreRules.RANDOMNESS, "units.DrawsAtRandom"),
        arguments(CoreRules.THREADS, "units.StartsAThread"),
        arguments(CoreRules.INPUT_OUTPUT, "units.OpensAFile"),
        arguments(CoreRules.INPUT_OUTPUT, "units.WritesToAStream"),
        arguments(CoreRules.HASH_ORDER, "units.WalksInHashOrder"),
        arguments(CoreRules.HASH_ORDER, "units.WalksInSaltedOrder"),
        arguments(CoreRules.IDENTITY, "units.AsksForIdentity"),
        arguments(CoreRules.LOCALE, "units.FormatsByLocale"),
        arguments(CoreRules.FLOATING_POINT, "units.CountsInDoubles"),
        arguments(CoreRules.FLOATING_POINT, "units.TakesFloats"),
        arguments(CoreRules.PARALLEL, "units.WorksInParallel"),
        arguments(CoreRules.REFLECTION, "units.LooksIntoItself"),
        arguments(CoreRules.LOGGING, "units.KeepsALog"),
        arguments(LabRules.CLOCK, "solvency.Restless.asksTheClock"),
        arguments(LabRules.RANDOMNESS, "solvency.Restless.draws"),
        arguments(LabRules.PARALLEL, "solvency.Restless.countsInParallel"),
        arguments(LabRules.EXACT_BOOK, "solvency.book.RoughBook"),
        arguments(LabRules.EXACT_DECIMALS, "solvency.Restless.tenth"),
        arguments(LabRules.FEEDS, "ecosystem.agent.Peeker.looks"),
        arguments(NameRules.SUFFIXES, "cli.OrderHelper"),
        arguments(NameRules.NULL_MARKED, "unmarked.Unmarked"),
        arguments(NameRules.PUBLIC_FIELDS, "cli.OpenFields.count"),
        arguments(NameRules.PUBLIC_FIELDS, "cli.OpenFields.NUMBERS"));
  }

  private static List<String> findings(ArchRule rule) {
    return rule.evaluate(PLANTED).getFailureReport().getDetails();
  }

  @ParameterizedTest
  @MethodSource("plantedViolations")
  void shouldFindWhatIsPlanted(ArchRule rule, String place) {
    assertThat(findings(rule)).anyMatch(finding -> finding.contains("planted.plimsoll." + place));
  }

  @ParameterizedTest
  @MethodSource("plantedViolations")
  void shouldFindNoFaultWithWhatIsAllowed(ArchRule rule, String place) {
    assertThat(findings(rule))
        .noneMatch(finding -> finding.startsWith("Class <planted.plimsoll.units.Blameless"))
        .noneMatch(finding -> finding.contains("<planted.plimsoll.units.Blameless."))
        .noneMatch(finding -> finding.contains("solvency.Seeded"))
        .noneMatch(finding -> finding.contains("desk.WithdrawalDesk"))
        .noneMatch(finding -> finding.contains("venue.OrderGates"));
  }

  @Test
  void shouldPlantAViolationForEveryRule() {
    List<String> planted =
        plantedViolations().map(each -> ((ArchRule) each.get()[0]).getDescription()).toList();
    assertThat(
            Stream.of(CoreRules.all(), LabRules.all(), NameRules.all())
                .flatMap(List::stream)
                .map(ArchRule::getDescription))
        .isSubsetOf(planted);
  }

  @Test
  void shouldNameWhatToUseInstead() {
    assertThat(plantedViolations().map(each -> ((ArchRule) each.get()[0]).getDescription()))
        .allMatch(description -> description.contains(", because "));
  }
}
