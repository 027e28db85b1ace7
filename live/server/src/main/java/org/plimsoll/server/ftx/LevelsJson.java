package org.plimsoll.server.ftx;

import java.util.List;
import org.plimsoll.server.stream.Levels;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Prices with how much rests at each.
final class LevelsJson {
  private LevelsJson() {}

  static ObjectNode of(Levels levels, Grid grid) {
    ObjectNode json = Json.object();
    json.set("bids", side(levels.bids(), grid));
    json.set("asks", side(levels.asks(), grid));
    return json;
  }

  private static ArrayNode side(List<Levels.Level> side, Grid grid) {
    return Json.list(
        side, level -> Json.array().add(grid.price(level.ticks())).add(grid.size(level.lots())));
  }
}
