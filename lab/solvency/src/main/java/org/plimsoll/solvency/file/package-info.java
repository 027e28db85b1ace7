/// Books as files.
@NullMarked
package org.plimsoll.solvency.file;

import org.jspecify.annotations.NullMarked;
