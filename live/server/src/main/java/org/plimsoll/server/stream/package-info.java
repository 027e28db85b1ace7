/// What clients hear as it happens, whatever they speak: order books, trades, their own orders and
/// fills. A dialect brings its words; who hears what, and when, is decided here.
@NullMarked
package org.plimsoll.server.stream;

import org.jspecify.annotations.NullMarked;
