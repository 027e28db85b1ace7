/// What ships: every kind of agent, and the scenarios that can be named from any folder.
@NullMarked
package org.plimsoll.ecosystem.library;

import org.jspecify.annotations.NullMarked;
