package org.plimsoll.server.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One change of a table that is to be made.
///
/// @param values of the statement's places in their order: long, int, boolean, text or null
record Row(Statement statement, List<@Nullable Object> values) {}
