/// Who works behind a venue's counter: the withdrawal desk with its stations, and whoever compares
/// the books with statements from outside.
@NullMarked
package org.plimsoll.ecosystem.agent.desk;

import org.jspecify.annotations.NullMarked;
