package org.plimsoll.solvency.assess;

import java.util.List;

/// A place where figures of the book were read.
///
/// @param text as the book gives it
/// @param figures what was read there, in the order of the book
public record Source(String text, List<String> figures) {}
