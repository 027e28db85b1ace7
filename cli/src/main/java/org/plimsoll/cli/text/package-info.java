/// Text files that a verb was asked to read.
@NullMarked
package org.plimsoll.cli.text;

import org.jspecify.annotations.NullMarked;
