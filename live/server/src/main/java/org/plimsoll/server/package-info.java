/// The live exchange: what clients reach it by, and what they are shown.
@NullMarked
package org.plimsoll.server;

import org.jspecify.annotations.NullMarked;
