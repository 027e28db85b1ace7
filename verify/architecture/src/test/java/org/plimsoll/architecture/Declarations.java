package org.plimsoll.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/// A condition that holds where a class declares a field, a parameter or a result of certain types,
/// or arrays of them.
final class Declarations extends ArchCondition<JavaClass> {
  private final List<String> types;

  private Declarations(List<String> types) {
    super("declare " + types);
    this.types = types;
  }

  static ArchCondition<JavaClass> ofTypes(String... types) {
    return new Declarations(List.of(types));
  }

  @Override
  public void check(JavaClass owner, ConditionEvents events) {
    for (JavaField field : owner.getFields()) {
      report(field, field.getFullName(), Stream.of(field.getRawType()), events);
    }
    for (JavaCodeUnit unit : owner.getCodeUnits()) {
      Stream<JavaClass> mentioned =
          Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream());
      report(unit, unit.getFullName(), mentioned, events);
    }
  }

  private void report(
      HasName declared, String name, Stream<JavaClass> mentioned, ConditionEvents events) {
    boolean found =
        mentioned.anyMatch(type -> types.contains(type.getBaseComponentType().getName()));
    if (found) {
      events.add(SimpleConditionEvent.satisfied(declared, name + " declares one of " + types));
    }
  }
}
