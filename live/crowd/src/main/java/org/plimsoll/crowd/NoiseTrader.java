package org.plimsoll.crowd;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// Trades for reasons of its own: market orders at random times, of random sides and sizes.
///
/// Arrivals are a Poisson process and sides a coin, as in Farmer, Patelli and Zovko, "The
/// predictive power of zero intelligence in financial markets", PNAS 102, 2005. The further it has
/// strayed from where it began, the likelier it goes back, so that it runs out of nothing.
final class NoiseTrader implements Agent {
  private static final double MEAN_MS = 1_500;
  private static final double MEAN_DOLLARS = 4_000;
  private static final double STRAY_DOLLARS = 100_000;

  private final Client client;
  private final Board board;
  private final Luck luck;
  private final Map<String, Double> strayed = new TreeMap<>();

  NoiseTrader(Client client, Board board, Luck luck) {
    this.client = client;
    this.board = board;
    this.luck = luck;
  }

  @Override
  public Duration act() throws IOException, Refused, InterruptedException {
    Market market = board.markets().get(luck.below(board.markets().size()));
    double price = board.middle(market);
    double far = strayed.getOrDefault(market.name(), 0.0) / STRAY_DOLLARS;
    Side side = luck.uniform() < (1 - far) / 2 ? Side.BUY : Side.SELL;
    double dollars = MEAN_DOLLARS * luck.exponential();
    Duration pause = Duration.ofMillis((long) (MEAN_MS * luck.exponential()));
    if (price > 0) {
      trade(market, side, market.size(dollars / price), price);
    }
    return pause;
  }

  private void trade(Market market, Side side, BigDecimal size, double price)
      throws IOException, Refused, InterruptedException {
    boolean isOwned = strayed.containsKey(market.name()) || market.kind() != Market.Kind.TOKEN;
    if (size.signum() > 0 && (side == Side.BUY || isOwned)) {
      client.trade(market, side, size);
      strayed.merge(market.name(), side.sign() * size.doubleValue() * price, Double::sum);
    }
  }
}
