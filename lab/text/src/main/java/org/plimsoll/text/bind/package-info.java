/// Files as records: a record's components, in kebab-case, are the keys of a mapping.
///
/// [RecordSchema] makes the JSON Schema of a record from its declaration, so that it is said once
/// how a file looks; [RecordReader] makes the record of a mapping that the schema has seen.
/// Components are `String`, `long`, `int`, `double`, `boolean`, enums, `Instant`, `Duration`,
/// `Optional`, `List` and `SortedMap` by name of those, records, and [org.plimsoll.text.Tree] for
/// what somebody else reads.
@NullMarked
package org.plimsoll.text.bind;

import org.jspecify.annotations.NullMarked;
