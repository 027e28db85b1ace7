/// Plain-text command scripts: venue commands with the tables that are expected to follow.
///
/// A script is read by [ScriptParser] into a [Script], all its mistakes at once, and run by
/// [ScriptRunner] on a venue of its own. Its language is described in docs/reference/scripts.md.
@NullMarked
package org.plimsoll.script;

import org.jspecify.annotations.NullMarked;
