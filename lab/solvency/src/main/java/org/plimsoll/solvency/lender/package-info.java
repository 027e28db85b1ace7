/// What a lender's credit desk can know of one borrower: its own loans, and public facts.
@NullMarked
package org.plimsoll.solvency.lender;

import org.jspecify.annotations.NullMarked;
