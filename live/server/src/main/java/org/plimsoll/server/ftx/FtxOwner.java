package org.plimsoll.server.ftx;

import java.util.Optional;
import org.plimsoll.server.store.Kept;
import org.plimsoll.server.stream.OwnerWords;

/// Orders and fills as this dialect tells their owner of them.
record FtxOwner(Catalog catalog) implements OwnerWords {
  @Override
  public String order(Kept.Order order, long sequence) {
    return Frames.data(
        "update", "orders", Optional.empty(), OrderJson.of(order, catalog.market(order.market())));
  }

  @Override
  public String fill(Kept.Fill fill, long sequence) {
    return Frames.data(
        "update",
        "fills",
        Optional.empty(),
        FillJson.of(fill, catalog.market(fill.market()), catalog.asset(fill.feeAsset())));
  }
}
