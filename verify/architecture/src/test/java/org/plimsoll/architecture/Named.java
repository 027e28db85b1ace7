package org.plimsoll.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/// The class of this name under any package root, so that a rule about one class fits planted
/// violations too.
final class Named extends DescribedPredicate<JavaClass> {
  private final String end;

  private Named(String end) {
    super("is " + end);
    this.end = ".plimsoll." + end;
  }

  static DescribedPredicate<JavaClass> as(String end) {
    return new Named(end);
  }

  static DescribedPredicate<JavaClass> not(String end) {
    return DescribedPredicate.not(new Named(end));
  }

  @Override
  public boolean test(JavaClass candidate) {
    return candidate.getName().endsWith(end);
  }
}
