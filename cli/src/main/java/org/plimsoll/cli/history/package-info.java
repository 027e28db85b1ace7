/// Looks into commands and events for whom they concern.
@NullMarked
package org.plimsoll.cli.history;

import org.jspecify.annotations.NullMarked;
