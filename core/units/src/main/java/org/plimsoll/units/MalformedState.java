package org.plimsoll.units;

/// What is read is no state: a number is missing or is not one that can stand in its place.
///
/// Whoever wants a state back catches this where he begins to read, and has nothing then.
public final class MalformedState extends RuntimeException {
  private static final long serialVersionUID = 1;

  MalformedState(String what) {
    super(what);
  }
}
