package org.plimsoll.server.ftx;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a call comes to.
///
/// @param hasMoreData said beside the result of histories
record Outcome(JsonNode result, Optional<Boolean> hasMoreData) {
  static Outcome of(JsonNode result) {
    return new Outcome(result, Optional.empty());
  }

  /// Returns one that is a sentence.
  static Outcome said(String sentence) {
    return of(Json.text(sentence));
  }

  static Outcome nothing() {
    return of(Json.nothing());
  }

  static Outcome page(JsonNode rows, boolean hasMoreData) {
    return new Outcome(rows, Optional.of(hasMoreData));
  }

  /// Returns the envelope.
  ObjectNode json() {
    ObjectNode envelope = Json.object().put("success", true).set("result", result);
    hasMoreData.ifPresent(hasMore -> envelope.put("hasMoreData", hasMore));
    return envelope;
  }
}
