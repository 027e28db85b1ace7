package org.plimsoll.text.bind;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a component of a record says, in a sentence, or what a record is, in a few words: for the
/// schema, and for whoever left it out.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface Says {
  /// Returns the sentence.
  String value();
}
