@NullMarked
package planted.plimsoll.ecosystem.agent.desk;

import org.jspecify.annotations.NullMarked;
