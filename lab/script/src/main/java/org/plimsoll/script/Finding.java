package org.plimsoll.script;

import java.util.List;

/// What an expectation of a script came to.
///
/// @param line of the script, from 1
/// @param title what was expected, such as `sums`
/// @param holds whether it was so
/// @param detail the table that was found where it was not as expected; lines of text
public record Finding(int line, String title, boolean holds, List<String> detail) {}
