/// The venue's load line, live.
@NullMarked
package org.plimsoll.server.solvency;

import org.jspecify.annotations.NullMarked;
