package org.plimsoll.server.operation;

import java.util.function.Consumer;
import org.plimsoll.server.solvency.Alarm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes alarms to the log, as keys and values.
public final class AlarmLog implements Consumer<Alarm> {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmLog.class);

  @Override
  public void accept(Alarm alarm) {
    LOG.atWarn()
        .addKeyValue("alarm", alarm.rule().code())
        .addKeyValue("subject", alarm.subject())
        .addKeyValue("raised", alarm.isRaised())
        .addKeyValue("figure", alarm.figure())
        .addKeyValue("sequence", alarm.sequence())
        .log(alarm.rule().sentence());
  }
}
