/// A venue's state as a book, folded from its events or exported at a sequence number.
@NullMarked
package org.plimsoll.mirror;

import org.jspecify.annotations.NullMarked;
