/// A sandbox that bites: what a network and a busy exchange do to clients, at stated rates.
@NullMarked
package org.plimsoll.server.fault;

import org.jspecify.annotations.NullMarked;
