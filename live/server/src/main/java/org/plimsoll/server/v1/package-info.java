/// The native dialect: solvency, margin, limits, the journal, and the page that shows them.
@NullMarked
package org.plimsoll.server.v1;

import org.jspecify.annotations.NullMarked;
