/// YAML files with places: reading, schema, and problems with line and column.
///
/// A file becomes a [Tree] in which everything knows its [Place]; a [FileSchema] says how it ought
/// to look, and [Structure] says in sentences, each a [Problem], where the two differ. What a
/// schema cannot say is for the reader of one kind of file to check: it extends [Reading] by the
/// [Names] that such a file declares, and reads values out of [Fields].
///
/// Deliberately absent: anchors, aliases, tags and merge keys of YAML. These files are data that a
/// human reads, and none of these is needed to say what they say.
@NullMarked
package org.plimsoll.text;

import org.jspecify.annotations.NullMarked;
