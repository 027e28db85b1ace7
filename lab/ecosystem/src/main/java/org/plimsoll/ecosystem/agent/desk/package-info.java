/// Who works behind a venue's counter: the withdrawal desk with its stations, whoever compares the
/// books with statements from outside, and whoever watches what leans on a collateral.
@NullMarked
package org.plimsoll.ecosystem.agent.desk;

import org.jspecify.annotations.NullMarked;
