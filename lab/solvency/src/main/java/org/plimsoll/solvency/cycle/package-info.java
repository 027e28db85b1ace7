/// The leverage cycle: funds that borrow to buy what is cheap make prices calm until their lenders
/// call, after the model of Thurner, Farmer and Geanakoplos.
@NullMarked
package org.plimsoll.solvency.cycle;

import org.jspecify.annotations.NullMarked;
