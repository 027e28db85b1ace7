package org.plimsoll.crowd;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Follows the price of a perpetual with nearly all the leverage that there is, by two moving
/// averages, as in Brock, Lakonishok and LeBaron, "Simple technical trading rules and the
/// stochastic properties of stock returns", Journal of Finance 47, 1992.
///
/// It bets a stake at a time, from a subaccount, so that a stake that is lost, which is now and
/// then by liquidation, is all that is lost.
final class MomentumTrader implements Agent {
  private static final Duration EVERY = Duration.ofSeconds(3);
  private static final int LEVERAGE = 20;
  private static final double OF_THE_MOST = 0.9;
  private static final double STAKE_DOLLARS = 20_000;
  private static final double SPENT = 0.1;
  private static final double FAST = 1.0 / 10;
  private static final double SLOW = 1.0 / 100;
  private static final double THRESHOLD = 0.0005;

  private final Client owner;
  private final Client bets;
  private final String nickname;
  private final Board board;
  private final List<Market> perpetuals;
  private final Luck luck;
  private final Map<String, Averages> averages = new TreeMap<>();
  private Market market;
  private boolean isReady;

  private record Averages(double fast, double slow) {
    Averages next(double price) {
      return new Averages(fast + FAST * (price - fast), slow + SLOW * (price - slow));
    }

    /// Returns 1 where the price rises, -1 where it falls, and 0 where nobody can say.
    int direction() {
      double ahead = fast / slow - 1;
      return Math.abs(ahead) < THRESHOLD ? 0 : (int) Math.signum(ahead);
    }
  }

  MomentumTrader(Client owner, String nickname, Board board, Luck luck) {
    this.owner = owner;
    this.nickname = nickname;
    this.board = board;
    this.luck = luck;
    bets = owner.of(nickname);
    perpetuals =
        board.markets().stream().filter(each -> each.kind() == Market.Kind.PERPETUAL).toList();
    market = perpetuals.get(luck.below(perpetuals.size()));
  }

  @Override
  public Duration act() throws IOException, Refused, InterruptedException {
    if (!isReady) {
      prepare();
      isReady = true;
    }
    for (Market each : perpetuals) {
      double price = board.middle(each);
      if (price > 0) {
        averages.merge(each.name(), new Averages(price, price), (before, _) -> before.next(price));
      }
    }
    JsonNode account = bets.get("account");
    if (!account.path("liquidating").asBoolean()) {
      bet(account.path("totalAccountValue").asDouble(), held(account));
    }
    return EVERY;
  }

  private void prepare() throws IOException, Refused, InterruptedException {
    boolean isThere =
        owner
            .get("subaccounts")
            .valueStream()
            .anyMatch(each -> each.path("nickname").asString().equals(nickname));
    if (!isThere) {
      owner.post("subaccounts", Client.object().put("nickname", nickname));
    }
    bets.post("account/leverage", Client.object().put("leverage", LEVERAGE));
  }

  private double held(JsonNode account) {
    for (JsonNode position : account.path("positions")) {
      double size = position.path("netSize").asDouble();
      if (size != 0) {
        String name = position.path("future").asString();
        perpetuals.stream().filter(each -> each.name().equals(name)).forEach(each -> market = each);
        return size;
      }
    }
    return 0;
  }

  /// Bets on a direction until the price turns; then, or when the stake is lost, on the next.
  private void bet(double worth, double held) throws IOException, Refused, InterruptedException {
    Averages now = averages.get(market.name());
    double price = board.middle(market);
    if (now == null || price == 0) {
      return;
    }
    if (held != 0 && now.direction() * held < 0) {
      bets.trade(market, held > 0 ? Side.SELL : Side.BUY, market.size(Math.abs(held)));
      market = perpetuals.get(luck.below(perpetuals.size()));
    } else if (held == 0 && worth < SPENT * STAKE_DOLLARS) {
      owner.post(
          "subaccounts/transfer",
          Client.object()
              .put("coin", "USD")
              .put("size", STAKE_DOLLARS)
              .put("source", "main")
              .put("destination", nickname));
    } else if (held == 0 && now.direction() != 0) {
      BigDecimal size = market.size(worth * LEVERAGE * OF_THE_MOST / price);
      if (size.signum() > 0) {
        bets.trade(market, now.direction() > 0 ? Side.BUY : Side.SELL, size);
      }
    } else if (held == 0) {
      market = perpetuals.get(luck.below(perpetuals.size()));
    }
  }
}
