/// Result tables and their writers, with a manifest that says what they came from.
@NullMarked
package org.plimsoll.results;

import org.jspecify.annotations.NullMarked;
