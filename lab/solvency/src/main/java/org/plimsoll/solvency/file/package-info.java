/// Books as files: reading, the published schema, writing, hashing, and the books that ship.
///
/// [BookReader] turns a YAML file into a [org.plimsoll.solvency.book.Book] or into every
/// [problem][org.plimsoll.text.Problem] that the file has, each with its line and column. The
/// structure of a file is said once, in the JSON Schema that [BookSchema] publishes; what a schema
/// cannot say (who is named but not declared, what does not add up) is checked here. [BookWriter]
/// writes the canonical file of a book, and [BookHash] names its figures.
@NullMarked
package org.plimsoll.solvency.file;

import org.jspecify.annotations.NullMarked;
