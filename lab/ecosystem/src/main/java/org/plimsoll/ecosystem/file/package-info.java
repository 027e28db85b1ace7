/// Scenarios as files: reading, the schema, other settings, and every problem with line and column.
@NullMarked
package org.plimsoll.ecosystem.file;

import org.jspecify.annotations.NullMarked;
