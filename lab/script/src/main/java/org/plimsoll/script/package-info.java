/// Plain-text command scripts: venue commands with the tables that are expected to follow.
@NullMarked
package org.plimsoll.script;

import org.jspecify.annotations.NullMarked;
