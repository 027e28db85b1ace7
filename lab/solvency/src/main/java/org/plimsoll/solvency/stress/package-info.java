/// What happens to a book: scenarios, the smallest of them that breaks it, and who falls next.
@NullMarked
package org.plimsoll.solvency.stress;

import org.jspecify.annotations.NullMarked;
