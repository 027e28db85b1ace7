package org.plimsoll.text.bind;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the definition of the schema that a component's value, or each of its list, keeps to,
/// where its type does not say it.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Defined {
  /// Returns the name under `$defs`.
  String value();
}
