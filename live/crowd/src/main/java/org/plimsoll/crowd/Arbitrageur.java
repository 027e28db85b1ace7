package org.plimsoll.crowd;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// Trades what costs one thing as a coin and another as a perpetual: sells the dear one, buys the
/// cheap one, and does the reverse when the difference has turned. Its source is the law of one
/// price; that it may fail when money cannot move, see Makarov and Schoar, "Trading and arbitrage
/// in cryptocurrency markets", Journal of Financial Economics 135, 2020.
final class Arbitrageur implements Agent {
  private static final Duration EVERY = Duration.ofSeconds(1);

  /// Two taker's fees of 0.07% and a little.
  private static final double EDGE = 0.0016;

  private static final double CLIP_DOLLARS = 25_000;
  private static final double LIMIT_DOLLARS = 1_000_000;

  private final Client client;
  private final Board board;
  private final Holdings holdings;
  private final List<Pair> pairs;

  private record Pair(Market spot, Market perpetual) {}

  Arbitrageur(Client client, Board board) {
    this.client = client;
    this.board = board;
    holdings = new Holdings(client);
    pairs =
        board.markets().stream()
            .filter(spot -> spot.kind() == Market.Kind.SPOT)
            .flatMap(spot ->
                board.markets().stream()
                    .filter(each -> each.kind() == Market.Kind.PERPETUAL)
                    .filter(each -> each.coin().equals(spot.coin()))
                    .map(perpetual -> new Pair(spot, perpetual)))
            .toList();
  }

  @Override
  public Duration act() throws IOException, Refused, InterruptedException {
    for (Pair pair : pairs) {
      if (gain(pair.perpetual, pair.spot) > EDGE) {
        trade(pair, Side.SELL);
      } else if (gain(pair.spot, pair.perpetual) > EDGE) {
        trade(pair, Side.BUY);
      }
    }
    return EVERY;
  }

  /// Returns what is gained by buying one and selling the other, as a part of the price.
  private double gain(Market dear, Market cheap) {
    double bid = board.best(dear, Side.BUY);
    double ask = board.best(cheap, Side.SELL);
    return bid > 0 && ask > 0 ? bid / ask - 1 : 0;
  }

  /// Trades the perpetual, and as much of the coin the other way round as it has then to make up
  /// for.
  private void trade(Pair pair, Side side) throws IOException, Refused, InterruptedException {
    holdings.refresh();
    double before = holdings.of(pair.perpetual);
    double price = board.fair(pair.spot);
    if (price == 0 || side.sign() * before * price > LIMIT_DOLLARS) {
      return;
    }
    take(pair.perpetual, side, pair.perpetual.size(CLIP_DOLLARS / price));
    holdings.refresh();
    double traded = Math.abs(holdings.of(pair.perpetual) - before);
    take(pair.spot, side == Side.BUY ? Side.SELL : Side.BUY, pair.spot.size(traded));
  }

  private void take(Market market, Side side, BigDecimal size)
      throws IOException, Refused, InterruptedException {
    double best = board.best(market, side == Side.BUY ? Side.SELL : Side.BUY);
    double worst = best * (1 + side.sign() * EDGE / 2);
    if (size.signum() > 0 && best > 0) {
      client.take(market, side, market.price(side, worst), size);
    }
  }
}
