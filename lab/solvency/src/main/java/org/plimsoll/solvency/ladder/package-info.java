/// What a book can turn into money within some time, against what can be demanded by then.
@NullMarked
package org.plimsoll.solvency.ladder;

import org.jspecify.annotations.NullMarked;
