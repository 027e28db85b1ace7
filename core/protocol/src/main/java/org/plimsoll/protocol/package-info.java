/// What goes into the venue and what comes out: sealed commands and events, refusal reasons, and
/// their versioned binary codec.
@NullMarked
package org.plimsoll.protocol;

import org.jspecify.annotations.NullMarked;
