/// What a run leaves behind: series, flags, sheets, flows and scores, as values that reports and
/// tables are made of.
@NullMarked
package org.plimsoll.ecosystem.outcome;

import org.jspecify.annotations.NullMarked;
