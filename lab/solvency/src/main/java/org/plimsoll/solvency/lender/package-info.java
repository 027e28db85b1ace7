/// What a lender can see of one borrower with its own loans and what is public.
@NullMarked
package org.plimsoll.solvency.lender;

import org.jspecify.annotations.NullMarked;
