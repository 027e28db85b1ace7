package org.plimsoll.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.regex.Pattern;

/// A condition that holds where a class calls, or refers to, one of certain methods. A method is
/// written `Owner.name(parameters)` with simple names, as a regular expression.
final class Calls extends ArchCondition<JavaClass> {
  static final List<String> CLOCK =
      List.of(
          "System\\.(currentTimeMillis|nanoTime)\\(\\)",
          "Clock\\.(system\\w*|tick\\w*)\\(.*\\)",
          "(Instant|Local\\w+|Zoned\\w+|Offset\\w+|Year|YearMonth)\\.now\\(.*\\)",
          "Date\\.<init>\\(\\)");
  static final List<String> RANDOMNESS =
      List.of(
          "Math\\.random\\(\\)",
          "StrictMath\\.random\\(\\)",
          "UUID\\.randomUUID\\(\\)",
          "ThreadLocalRandom\\.\\w+\\(.*\\)",
          "Collections\\.shuffle\\(List\\)");

  /// Randomness that nobody has seeded; a seeded one is welcome in the laboratory.
  static final List<String> DEFAULT_RANDOMNESS =
      List.of(
          "Math\\.random\\(\\)",
          "StrictMath\\.random\\(\\)",
          "UUID\\.randomUUID\\(\\)",
          "ThreadLocalRandom\\.\\w+\\(.*\\)",
          "Collections\\.shuffle\\(List\\)",
          "(Random|SplittableRandom|SecureRandom)\\.<init>\\(\\)",
          "RandomGenerator\\.(getDefault\\(\\)|of\\(.*\\))");

  static final List<String> UNORDERED =
      List.of(
          "(Set|Map)\\.(of|copyOf|ofEntries)\\(.*\\)",
          "Collectors\\.(toSet|toMap|groupingBy|toUnmodifiable(Set|Map))\\(.*\\)");
  static final List<String> IDENTITY =
      List.of("Object\\.hashCode\\(\\)", "System\\.identityHashCode\\(.*\\)");
  static final List<String> LOCALE =
      List.of(
          "String\\.(format|formatted)\\(.*\\)",
          "String\\.(toLowerCase|toUpperCase)\\(\\)",
          "Locale\\.getDefault\\(.*\\)",
          "Formatter\\..*",
          "(Number|Decimal|Message)Format\\..*");
  static final List<String> PARALLEL =
      List.of("\\w+\\.parallelStream\\(\\)", "\\w*Stream\\.parallel\\(\\)");
  static final List<String> REFLECTION =
      List.of("Class\\.(forName|newInstance|get(Declared)?(Method|Field|Constructor)s?)\\(.*\\)");
  static final List<String> DECIMAL_FROM_DOUBLE =
      List.of("BigDecimal\\.(<init>|valueOf)\\(double.*\\)");

  private final Pattern forbidden;

  private Calls(List<String> methods) {
    super("call " + methods);
    this.forbidden = Pattern.compile(String.join("|", methods));
  }

  static ArchCondition<JavaClass> to(List<String> methods) {
    return new Calls(methods);
  }

  @Override
  public void check(JavaClass caller, ConditionEvents events) {
    caller.getAccessesFromSelf().stream()
        .filter(access -> forbidden.matcher(signature(access)).matches())
        .forEach(
            access -> events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
  }

  /// `Owner.name(parameter types)` in simple names; a field is `Owner.name`.
  private static String signature(JavaAccess<?> access) {
    String fullName = access.getTarget().getFullName();
    int parameters = fullName.indexOf('(');
    String member = parameters < 0 ? fullName : fullName.substring(0, parameters);
    String types = parameters < 0 ? "" : fullName.substring(parameters);
    String owner = access.getTargetOwner().getSimpleName();
    return owner + member.substring(member.lastIndexOf('.')) + types.replaceAll("[\\w$]+\\.", "");
  }
}
