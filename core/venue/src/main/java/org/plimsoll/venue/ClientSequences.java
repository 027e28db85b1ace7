package org.plimsoll.venue;

import java.util.Arrays;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The last sequence that was applied for each client, so that a repeat is known for one.
final class ClientSequences {
  private long[] last = new long[16];
  private int used;

  long last(int client) {
    return client < used ? last[client] : 0;
  }

  void apply(int client, long sequence) {
    if (client >= last.length) {
      last = Arrays.copyOf(last, Math.max(client + 1, last.length * 2));
    }
    used = Math.max(used, client + 1);
    last[client] = sequence;
  }

  void writeTo(StateSink sink) {
    sink.add(used);
    for (int client = 0; client < used; client++) {
      sink.add(last[client]);
    }
  }

  void readFrom(StateSource source, int clientsMax) {
    int count = source.count(clientsMax);
    for (int client = 0; client < count; client++) {
      apply(client, source.number());
    }
  }
}
