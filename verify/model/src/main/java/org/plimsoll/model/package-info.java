/// The slow twins of the core, checkers that see only commands and events, and seeded generators.
@NullMarked
package org.plimsoll.model;

import org.jspecify.annotations.NullMarked;
