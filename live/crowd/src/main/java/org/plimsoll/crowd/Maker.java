package org.plimsoll.crowd;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Quotes both sides of every market around what its coin costs outside, and leans against what it
/// holds: the more it has, the lower it quotes, `price (1 - aversion * strayed / limit)`, which is
/// the reservation price of Avellaneda and Stoikov, "High-frequency trading in a limit order book",
/// Quantitative Finance 8, 2008, with `gamma sigma² tau` stated as the aversion at the limit.
///
/// An order stays until the price has moved by a good part of its distance, so that the outer steps
/// of the ladder rest for hours and the inner ones for seconds.
final class Maker implements Agent {
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int LOOKS_PER_COUNT = 5;

  /// The nearest quotes are between this and one and a half times as much from the center.
  private static final double HALF_SPREAD = 0.0006;

  /// How far the steps of the ladder are, in half spreads, and how many dollars are on each.
  private static final double[] DISTANCES = {1, 2, 4, 15, 32};

  private static final double[] DOLLARS = {15_000, 40_000, 100_000, 400_000, 1_000_000};

  /// A share of a fund is a small thing beside the coin that the fund trades.
  private static final double OF_A_TOKEN = 0.02;

  private static final double TOLERANCE = 0.4;
  private static final double LIMIT_DOLLARS = 2_000_000;
  private static final double AVERSION = 0.003;

  private final Client client;
  private final Board board;
  private final Luck luck;
  private final Holdings holdings;
  private final double halfSpread;
  private final Map<String, Double> home = new TreeMap<>();
  private final Map<String, Double> centers = new TreeMap<>();
  private long looks;

  Maker(Client client, Board board, Luck luck) {
    this.client = client;
    this.board = board;
    this.luck = luck;
    holdings = new Holdings(client);
    halfSpread = HALF_SPREAD * (1 + luck.uniform() / 2);
  }

  @Override
  public Duration act() throws IOException, Refused, InterruptedException {
    if (looks == 0) {
      client.cancelAll();
    }
    if (looks % LOOKS_PER_COUNT == 0) {
      count();
    }
    looks++;
    List<Resting> resting = client.get("orders").valueStream().map(Resting::of).toList();
    for (int step = 0; step < DISTANCES.length; step++) {
      for (Market market : board.markets()) {
        if (board.fair(market) > 0) {
          quote(market, step, resting);
        }
      }
    }
    return EVERY;
  }

  @Override
  public void leave() throws IOException, Refused, InterruptedException {
    client.cancelAll();
  }

  /// What it has of a coin when it first looks is where it is at home; of positions, none.
  private void count() throws IOException, Refused, InterruptedException {
    holdings.refresh();
    for (Market market : board.markets()) {
      double held = holdings.of(market);
      double _ = home.computeIfAbsent(market.name(), _ -> market.kind().isFuture() ? 0 : held);
      if (market.kind() == Market.Kind.TOKEN && held == 0 && looks > 0) {
        create(market);
      }
    }
  }

  /// Buys shares of a fund from the fund itself, which buys for it on the market that is quoted
  /// here.
  private void create(Market market) throws IOException, InterruptedException {
    double shares = 2 * OF_A_TOKEN * LIMIT_DOLLARS / board.fair(market);
    try {
      client.post(
          "lt/" + market.coin() + "/create", Client.object().put("size", market.size(shares)));
      home.remove(market.name());
    } catch (Refused later) {
      // The fund is about to trade; the next count asks again.
    }
  }

  private void quote(Market market, int step, List<Resting> resting)
      throws IOException, Refused, InterruptedException {
    double center = center(market);
    boolean isRising = center >= centers.getOrDefault(market.name(), 0.0);
    if (step == DISTANCES.length - 1) {
      centers.put(market.name(), center);
    }
    // What moves away goes first, so that the other side does not run into it.
    Side first = isRising ? Side.SELL : Side.BUY;
    Side second = isRising ? Side.BUY : Side.SELL;
    quote(market, first, step, center, resting);
    quote(market, second, step, center, resting);
  }

  private double strayed(Market market) {
    double more = holdings.of(market) - home.getOrDefault(market.name(), 0.0);
    return more * board.fair(market) / (LIMIT_DOLLARS * part(market));
  }

  private double center(Market market) {
    return board.fair(market) * (1 - AVERSION * Math.clamp(strayed(market), -1, 1));
  }

  private static double part(Market market) {
    return market.kind() == Market.Kind.TOKEN ? OF_A_TOKEN : 1;
  }

  /// The nearest orders are the first that are traded away, so that what is left of a ladder is its
  /// outer end.
  private void quote(Market market, Side side, int step, double center, List<Resting> resting)
      throws IOException, Refused, InterruptedException {
    List<Resting> ladder =
        resting.stream()
            .filter(each -> each.market().equals(market.name()) && each.side() == side)
            .sorted(Comparator.comparingDouble(each -> Math.abs(each.price() - center)))
            .toList();
    int at = step - (DISTANCES.length - ladder.size());
    double distance = center * halfSpread * DISTANCES[step];
    BigDecimal price = market.price(side, center - side.sign() * distance);
    boolean isFull = side.sign() * strayed(market) >= 1;
    BigDecimal size = isFull ? BigDecimal.ZERO : size(market, side, step);
    try {
      if (at < 0 && size.signum() > 0 && price.signum() > 0) {
        client.quote(market, side, price, size);
      } else if (at >= 0 && size.signum() == 0) {
        client.cancel(ladder.get(at).id());
      } else if (at >= 0 && isOff(ladder.get(at), price, distance, market, step)) {
        client.move(market, ladder.get(at).id(), price, size);
      }
    } catch (Refused tooLate) {
      // It has been traded in the meantime, or would trade now; the next look tells.
      if (tooLate.status() >= 500 || tooLate.status() == 401) {
        throw tooLate;
      }
    }
  }

  private boolean isOff(Resting order, BigDecimal price, double distance, Market market, int step) {
    double off = Math.abs(order.price() - price.doubleValue());
    double dollars = DOLLARS[step] * part(market);
    return off > Math.max(TOLERANCE * distance, market.tick().doubleValue())
        || (order.size() * order.price() < dollars / 4 && off > 0);
  }

  /// Between half and one and a half times what the step has, but no more than there is to sell.
  private BigDecimal size(Market market, Side side, int step) {
    double wanted = DOLLARS[step] * part(market) * (0.5 + luck.uniform()) / board.fair(market);
    boolean isBound = side == Side.SELL && !market.kind().isFuture();
    double most = holdings.of(market) / (DISTANCES.length + 1);
    return market.size(isBound ? Math.min(wanted, most) : wanted);
  }
}
