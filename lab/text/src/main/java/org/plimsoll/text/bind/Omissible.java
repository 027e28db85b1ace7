package org.plimsoll.text.bind;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a component that a file may leave out: a number is then 0, a text or list empty, a word
/// the first of its enum. Flags, lists, maps and `Optional` may always be left out.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Omissible {}
