/// The venue on several machines: every node decides the same commands in the same order, and a
/// client is answered only by what a majority has.
@NullMarked
package org.plimsoll.cluster;

import org.jspecify.annotations.NullMarked;
