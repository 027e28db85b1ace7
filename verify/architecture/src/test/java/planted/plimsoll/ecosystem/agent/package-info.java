@NullMarked
package planted.plimsoll.ecosystem.agent;

import org.jspecify.annotations.NullMarked;
