/// The design as failing tests: which room may know which, what a deterministic core must not call,
/// how things are named and how long they may grow.
///
/// A rule is as true as its checker, so every rule is also run over [planted] violations, which
/// must each be found. Rules select packages by `*.plimsoll.ROOM`, which fits `org.plimsoll` and
/// `planted.plimsoll` alike. Each rule's reason names what to use instead.
@NullMarked
package org.plimsoll.architecture;

import org.jspecify.annotations.NullMarked;
