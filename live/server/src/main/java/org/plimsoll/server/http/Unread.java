package org.plimsoll.server.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.nio.charset.StandardCharsets;

/// Answers what never became a request: a first line that is none, headers beyond their bounds, a
/// body too large. It is counted like every other refusal, and told no more than the status. What
/// dialects throw never comes here, so what the web server calls an error of its own is bytes that
/// it could not read.
record Unread(DoorCounts counts, Arrivals arrivals) implements DirectHandler {
  DirectHandlers handlers() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (EventType type : EventType.values()) {
      handlers.addHandler(type, this);
    }
    return handlers.build();
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType type,
      Status status,
      ServerResponseHeaders headers,
      String message) {
    boolean _ = arrivals.end();
    counts.calls.increment();
    counts.refused.increment();
    Status told = type == EventType.INTERNAL_ERROR ? Status.BAD_REQUEST_400 : status;
    return TransportResponse.builder()
        .status(told)
        .headers(headers)
        .keepAlive(false)
        .entity((told.reasonPhrase() + "\n").getBytes(StandardCharsets.UTF_8))
        .build();
  }
}
