/// Scenarios: what an economy consists of, as a file says it, and how it is put together.
@NullMarked
package org.plimsoll.ecosystem.scenario;

import org.jspecify.annotations.NullMarked;
