/// Trials of the production host: one seed decides what clients send, in which order threads come
/// to their turn, where the machine stops and what its disk and its clock do. Checkers that see
/// only commands, events and what is on the disk hold it to its promises.
@NullMarked
package org.plimsoll.trials.host;

import org.jspecify.annotations.NullMarked;
