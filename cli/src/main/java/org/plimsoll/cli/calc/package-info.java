/// `plimsoll calc`: the laboratory's closed forms from options or a file, one class each.
///
/// A calculation declares its options, asks one model of `org.plimsoll.solvency` and names what the
/// model answers. Bounds are the models' own: what they refuse is reported under the option's name.
@NullMarked
package org.plimsoll.cli.calc;

import org.jspecify.annotations.NullMarked;
