package org.plimsoll.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/// How things are called and shown.
final class NameRules {
  static final ArchRule SUFFIXES =
      noClasses()
          .that()
          .resideInAPackage("*.plimsoll..")
          .should()
          .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Base|Data|Info)")
          .because("such a name says nothing; name the role (CONTRIBUTING.md has the list)");

  static final ArchRule NULL_MARKED =
      classes()
          .that()
          .resideInAPackage("*.plimsoll..")
          .should(new LiveInANullMarkedPackage())
          .because(
              "NullAway reads marked packages alone; add a package-info.java that says what"
                  + " the package is and carries @NullMarked");

  static final ArchRule PUBLIC_FIELDS =
      fields()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAPackage("*.plimsoll..")
          .should()
          .beFinal()
          .andShould(new BeNoArray())
          .because("anyone could change it; use a record, or a method that returns it");

  private NameRules() {}

  static List<ArchRule> all() {
    return List.of(SUFFIXES, NULL_MARKED, PUBLIC_FIELDS);
  }

  private static final class LiveInANullMarkedPackage extends ArchCondition<JavaClass> {
    LiveInANullMarkedPackage() {
      super("live in a package that is @NullMarked");
    }

    @Override
    public void check(JavaClass resident, ConditionEvents events) {
      boolean marked =
          resident
              .getPackage()
              .tryGetPackageInfo()
              .filter(info -> info.isAnnotatedWith(NullMarked.class))
              .isPresent();
      String message = resident.getPackageName() + " of " + resident.getName() + " is not marked";
      events.add(new SimpleConditionEvent(resident, marked, message));
    }
  }

  private static final class BeNoArray extends ArchCondition<JavaField> {
    BeNoArray() {
      super("be no array");
    }

    @Override
    public void check(JavaField field, ConditionEvents events) {
      boolean holds = !field.getRawType().isArray();
      events.add(new SimpleConditionEvent(field, holds, field.getFullName() + " is an array"));
    }
  }
}
