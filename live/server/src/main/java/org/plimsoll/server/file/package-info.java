/// The venue file: what an exchange lists, whom it serves at first, and by which rules, in a file
/// that people read; and the prices of a sandbox.
@NullMarked
package org.plimsoll.server.file;

import org.jspecify.annotations.NullMarked;
