/// What whoever runs a server needs: figures for a monitor, its health, alarms that reach people.
@NullMarked
package org.plimsoll.server.operation;

import org.jspecify.annotations.NullMarked;
