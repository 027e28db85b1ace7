package org.plimsoll.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.List;

/// What a replay could not repeat, and therefore no class of the core may touch.
final class CoreRules {
  static final ArchRule CLOCK =
      core()
          .should(Calls.to(Calls.CLOCK))
          .because("a replay has no clock; time is the command AdvanceTime");

  static final ArchRule RANDOMNESS =
      core()
          .should(Calls.to(Calls.RANDOMNESS))
          .orShould()
          .dependOnClassesThat(
              resideInAnyPackage("java.util.random", "java.security")
                  .or(assignableTo("java.util.Random"))
                  .or(assignableTo("java.util.SplittableRandom")))
          .because("the core never draws; entropy comes in with the command AdvanceTime");

  static final ArchRule THREADS =
      core()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.util.concurrent..").or(assignableTo(Thread.class)))
          .because("one thread owns the state; keep threads in the host around the core");

  static final ArchRule INPUT_OUTPUT =
      core()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.io", "java.nio.file..", "java.nio.channels..", "java.net..")
                  .and(serializable().negate()))
          .because("the core is told and tells; take bytes as arrays, hand events to a sink");

  static final ArchRule HASH_ORDER =
      core()
          .should()
          .dependOnClassesThat(exactly("java.util", "HashMap", "HashSet", "IdentityHashMap"))
          .orShould(Calls.to(Calls.UNORDERED))
          .because("hash order differs between runs; use core/units' maps, a TreeMap or a List");

  static final ArchRule IDENTITY =
      core()
          .should(Calls.to(Calls.IDENTITY))
          .because("identity hashes differ between runs; use an id, or StateHash for state");

  static final ArchRule LOCALE =
      core()
          .should(Calls.to(Calls.LOCALE))
          .because("the default locale differs between machines; use units' Decimals and +");

  static final ArchRule FLOATING_POINT =
      core()
          .should(Declarations.ofTypes("float", "double"))
          .because("amounts are exact; use long counts and units' Exact with a named rounding");

  static final ArchRule PARALLEL =
      core()
          .should(Calls.to(Calls.PARALLEL))
          .because("order of work must not depend on threads; use a sequential loop");

  /// One class may: it reads once, when it is loaded, what a record declares, since the declaration
  /// of a desk command is its layout.
  static final ArchRule REFLECTION =
      core()
          .and()
          .doNotHaveFullyQualifiedName("org.plimsoll.protocol.RecordLayout")
          .should()
          .dependOnClassesThat(resideInAnyPackage("java.lang.reflect"))
          .orShould(Calls.to(Calls.REFLECTION))
          .because("the core knows its types; use a sealed type and an exhaustive switch");

  static final ArchRule LOGGING =
      core()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.util.logging..", "org.slf4j..")
                  .or(assignableTo(System.Logger.class)))
          .because("what happened is an event; emit one, or refuse with a reason");

  private CoreRules() {}

  static List<ArchRule> all() {
    return List.of(
        CLOCK,
        RANDOMNESS,
        THREADS,
        INPUT_OUTPUT,
        HASH_ORDER,
        IDENTITY,
        LOCALE,
        FLOATING_POINT,
        PARALLEL,
        REFLECTION,
        LOGGING);
  }

  private static GivenClassesConjunction core() {
    return noClasses().that().resideInAnyPackage(Room.packagesOf(Room.CORE));
  }

  /// The marks that a lambda or an exception of the JDK's carries without any input or output.
  private static DescribedPredicate<JavaClass> serializable() {
    return exactly("java.io", "Serializable", "Serial");
  }

  private static DescribedPredicate<JavaClass> exactly(String packageName, String... names) {
    List<String> wanted = List.of(names);
    return DescribedPredicate.describe(
        "are one of " + wanted,
        candidate ->
            candidate.getPackageName().equals(packageName)
                && wanted.contains(candidate.getSimpleName()));
  }
}
