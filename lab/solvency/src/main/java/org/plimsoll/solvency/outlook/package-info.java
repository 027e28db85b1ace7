/// How likely the parties of a book are to fail within a horizon.
///
/// A book tells ranges and leaves out what a simulation needs. [BookSystem] turns it into a system
/// that can be simulated, once at the end of its ranges that is worse for its subject and once at
/// the better one; [Premises] says every choice that this takes; [Outlook] runs both over the same
/// random numbers.
@NullMarked
package org.plimsoll.solvency.outlook;

import org.jspecify.annotations.NullMarked;
