package org.plimsoll.server.ftx;

import java.util.List;
import java.util.Optional;
import org.plimsoll.server.ftx.Catalog.Traded;
import org.plimsoll.server.store.Kept;
import org.plimsoll.server.stream.TapeWords;

/// The trades of a market as this dialect tells them.
record FtxTape(Traded market) implements TapeWords {
  @Override
  public String trades(List<Kept.Trade> trades, long sequence) {
    return Frames.data(
        "update",
        "trades",
        Optional.of(market.name()),
        Json.list(trades, trade -> TradeJson.of(trade, market)));
  }
}
