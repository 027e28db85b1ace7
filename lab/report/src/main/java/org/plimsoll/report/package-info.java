/// The terminal page and the self-contained HTML page.
@NullMarked
package org.plimsoll.report;

import org.jspecify.annotations.NullMarked;
