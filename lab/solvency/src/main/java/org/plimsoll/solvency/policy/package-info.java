/// The same book under other rules: what they would have lent, who is sold out after a scenario,
/// and who bears what is lost.
@NullMarked
package org.plimsoll.solvency.policy;

import org.jspecify.annotations.NullMarked;
