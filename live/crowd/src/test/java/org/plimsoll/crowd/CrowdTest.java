package org.plimsoll.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.server.Server;
import org.plimsoll.server.ServerSettings;
import org.plimsoll.server.exchange.Answer;
import org.plimsoll.server.exchange.Pace;
import org.plimsoll.server.keys.Issued;
import org.plimsoll.venue.VenueView;

/// The crowd on a whole exchange, over real sockets and within everybody's limits.
class CrowdTest {
  private static final long PATIENCE_MS = 90_000;

  @TempDir Path directory;

  @Test
  void shouldQuoteBothSidesOfEveryMarketAndTakeItsQuotesHome() throws Exception {
    try (Server server = new Server(ServerSettings.sandbox(directory).onPort(0))) {
      try (Crowd crowd = crowd(server)) {
        await(server, CrowdTest::isAlive);
        await(server, view -> bids(view, "maker-1") >= 25 && bids(view, "maker-2") >= 25);
        assertThat(crowd.refusals()).isEmpty();
      }
      assertThat(server.exchange().ask(view -> bids(view, "maker-1")).intValue()).isZero();
      assertThat(server.exchange().ask(view -> bids(view, "maker-2")).intValue()).isZero();
      assertThat(server.counts().failed()).isZero();
      assertThat(server.exchange().ask(CrowdTest::unbalanced)).isEmpty();
    }
  }

  @Test
  void shouldLoseTheStakesOfTheReckless() throws Exception {
    ServerSettings fast =
        ServerSettings.sandbox(directory).onPort(0).at(new Pace.Fast(BigDecimal.valueOf(60)));
    try (Server server = new Server(fast);
        Crowd crowd = crowd(server)) {
      await(server, CrowdTest::isAlive);
      await(server, view -> isBetting(view, "momentum-1-bets"));
      await(server, view -> isBetting(view, "momentum-2-bets"));
      int against = server.exchange().ask(CrowdTest::direction);
      shock(server, against);
      await(server, view -> view.venueBalance(VenueAccount.INSURANCE, 0) != 20_000_000_000_000L);
      assertThat(server.exchange().ask(CrowdTest::unbalanced)).isEmpty();
      assertThat(crowd.refusals().keySet()).noneMatch(reason -> reason.startsWith("Do not send"));
      assertThat(server.counts().failed()).isZero();
    }
  }

  private static Crowd crowd(Server server) throws Exception {
    List<Login> logins = new ArrayList<>();
    for (String account : server.accounts()) {
      if (Role.of(account).isPresent()) {
        Issued issued = server.issueKey(account).orElseThrow();
        logins.add(new Login(account, issued.key(), issued.secret()));
      }
    }
    assertThat(logins).hasSize(7);
    return new Crowd(URI.create("http://127.0.0.1:" + server.port()), logins, 1);
  }

  private static boolean isAlive(VenueView view) {
    return view.markets().stream()
        .allMatch(market ->
            view.bestTicks(market.market(), org.plimsoll.units.Side.BUY) > 0
                && view.bestTicks(market.market(), org.plimsoll.units.Side.SELL) > 0);
  }

  private static int bids(VenueView view, String name) {
    return view.openOrderCount(number(view, name));
  }

  private static int number(VenueView view, String name) {
    return view.accounts().stream()
        .filter(each -> each.name().equals(name))
        .mapToInt(each -> each.account())
        .findFirst()
        .orElse(-1);
  }

  private static boolean isBetting(VenueView view, String name) {
    int account = number(view, name);
    return account >= 0
        && view.markets().stream()
            .filter(market -> market.name().endsWith("-PERP"))
            .anyMatch(market -> view.positionLots(account, market.market()) != 0);
  }

  /// Returns which way the first of the bets goes.
  private static int direction(VenueView view) {
    int account = number(view, "momentum-1-bets");
    return view.markets().stream()
        .filter(market -> market.name().endsWith("-PERP"))
        .mapToInt(market -> Long.signum(view.positionLots(account, market.market())))
        .filter(sign -> sign != 0)
        .findFirst()
        .orElseThrow();
  }

  /// Moves every coin by 8 % against the bet.
  private static void shock(Server server, int direction) {
    for (String coin : List.of("BTC", "ETH", "SOL")) {
      PublishIndexPrice now =
          server
              .exchange()
              .ask(view -> {
                int asset =
                    java.util.stream.IntStream.range(0, view.assetCount())
                        .filter(each -> view.asset(each).code().equals(coin))
                        .findFirst()
                        .orElseThrow();
                return new PublishIndexPrice(
                    asset, view.indexE9(asset) / 100 * (100 - 8 * direction));
              });
      assertThat(server.exchange().send(now)).isInstanceOf(Answer.Done.class);
    }
  }

  /// Returns the assets of which more or less is owed than is there.
  private static List<String> unbalanced(VenueView view) {
    TreeSet<String> wrong = new TreeSet<>();
    for (int asset = 0; asset < view.assetCount(); asset++) {
      long net = -view.issued(asset);
      for (int custody = 0; custody < view.custody().size(); custody++) {
        net -= view.onHand(custody, asset);
      }
      for (VenueAccount purpose : VenueAccount.values()) {
        net += view.venueBalance(purpose, asset);
      }
      for (int account = 0; account < view.accounts().size(); account++) {
        net += view.balance(account, asset) + view.pending(account, asset);
        net += view.staked(account, asset);
      }
      for (var market : view.markets()) {
        net += asset == 0 ? view.settlementBalance(market.market()) : 0;
      }
      if (net != 0) {
        wrong.add(view.asset(asset).code());
      }
    }
    return List.copyOf(wrong);
  }

  private static void await(Server server, Predicate<VenueView> isSo) throws InterruptedException {
    long untilNs = System.nanoTime() + PATIENCE_MS * 1_000_000;
    while (!server.exchange().ask(isSo::test)) {
      assertThat(System.nanoTime()).isLessThan(untilNs);
      Thread.sleep(50);
    }
  }
}
