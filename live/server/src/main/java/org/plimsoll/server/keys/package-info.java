/// Who may do what: keys, signatures, scopes, limits.
@NullMarked
package org.plimsoll.server.keys;

import org.jspecify.annotations.NullMarked;
