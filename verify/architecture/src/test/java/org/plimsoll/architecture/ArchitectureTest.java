package org.plimsoll.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every rule over every class that ships.
class ArchitectureTest {
  private static final JavaClasses SHIPPED =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          // What JMH generates does not ship and is not ours.
          .withImportOption(location -> !location.contains("/jmh_generated/"))
          .importPackages("org.plimsoll");

  @TestFactory
  Stream<DynamicTest> shouldKeepEveryRule() {
    return Stream.of(
            ArrowRules.arrows(),
            List.of(
                ArrowRules.NO_CYCLES,
                ArrowRules.CORE_NEEDS_NOBODY,
                ArrowRules.SPARK_STAYS_IN_ITS_ROOM,
                ArrowRules.GATES_ARE_ONE),
            CoreRules.all(),
            LabRules.all(),
            NameRules.all())
        .flatMap(List::stream)
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(SHIPPED)));
  }

  @Test
  void shouldSeeEveryRoom() {
    for (Room room : EnumSet.complementOf(EnumSet.copyOf(Room.ON_DEMAND))) {
      assertThat(SHIPPED.stream().filter(resideInAPackage(room.packages())))
          .as("classes of %s", room)
          .isNotEmpty();
    }
  }
}
