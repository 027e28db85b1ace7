/// What happened, for whoever asks later: tables that are filled from events and can be made again
/// from the journal.
@NullMarked
package org.plimsoll.server.store;

import org.jspecify.annotations.NullMarked;
