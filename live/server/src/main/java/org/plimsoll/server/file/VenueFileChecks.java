package org.plimsoll.server.file;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.plimsoll.server.file.VenueFile.AccountEntry;
import org.plimsoll.server.file.VenueFile.AssetEntry;
import org.plimsoll.server.file.VenueFile.LeveragedTokenEntry;
import org.plimsoll.server.file.VenueFile.MarketEntry;
import org.plimsoll.text.Names;
import org.plimsoll.text.Place;
import org.plimsoll.text.Problems;
import org.plimsoll.text.Tree;
import org.plimsoll.text.Whereabouts;

/// What a schema cannot say of a venue file: that names are declared once and exist, and that
/// nothing is said twice or left open.
final class VenueFileChecks {
  private final VenueFile file;
  private final Problems problems;
  private final Whereabouts where;
  private final Names assets = new Names("asset");
  private final Names kept = new Names("asset with a `location`");
  private final Names places = new Names("custody location");
  private final Names markets = new Names("market");
  private final Names spot = new Names("spot market");
  private final Names perpetuals = new Names("perpetual");
  private final Names accounts = new Names("account");

  VenueFileChecks(Tree root, VenueFile file, Problems problems) {
    this.file = file;
    this.problems = problems;
    where = new Whereabouts(root);
  }

  void run() {
    declare();
    assets();
    markets();
    rules();
    prices();
    dealer();
    tokens();
    money();
  }

  private void declare() {
    for (int i = 0; i < file.locations().size(); i++) {
      String name = file.locations().get(i).name();
      places.declare(name, where.of("locations", i, "name"), problems);
    }
    for (int i = 0; i < file.assets().size(); i++) {
      AssetEntry asset = file.assets().get(i);
      Place place = where.of("assets", i, "name");
      boolean isNew = assets.declare(asset.name(), place, problems);
      if (isNew && asset.location().isPresent()) {
        kept.declare(asset.name(), place, problems);
      }
    }
    for (int i = 0; i < file.markets().size(); i++) {
      MarketEntry market = file.markets().get(i);
      Place place = where.of("markets", i, "name");
      if (markets.declare(market.name(), place, problems)) {
        switch (market.kind()) {
          case SPOT -> spot.declare(market.name(), place, problems);
          case PERPETUAL -> perpetuals.declare(market.name(), place, problems);
          case QUARTERLY -> {}
        }
      }
    }
    for (int i = 0; i < file.accounts().size(); i++) {
      String name = file.accounts().get(i).name();
      accounts.declare(name, where.of("accounts", i, "name"), problems);
    }
  }

  private void assets() {
    if (file.assets().isEmpty()) {
      problems.add(where.of("assets"), "there is no asset; the first is the unit of account");
    }
    for (int i = 0; i < file.assets().size(); i++) {
      AssetEntry asset = file.assets().get(i);
      Place at = where.of("assets", i);
      Place location = where.of("assets", i, "location");
      boolean isToken = isLeveragedToken(asset.name());
      asset.location().ifPresent(name -> places.require(name, location, problems));
      if (isToken == asset.location().isPresent()) {
        problems.add(
            location,
            isToken
                ? "a leveraged token is nowhere but in the books; leave `location` out"
                : "the key `location` is missing; where is what arrives of `"
                    + asset.name()
                    + "` kept?");
      }
      if (i > 0 && asset.balanceMax().isEmpty()) {
        problems.add(at, "the key `balance-max` is missing");
      }
      if (i > 0 && !isToken && !file.prices().containsKey(asset.name())) {
        problems.add(
            at, "nothing says what `" + asset.name() + "` costs; give it an entry in `prices`");
      }
    }
  }

  private boolean isLeveragedToken(String asset) {
    return file.leveragedTokens().stream().anyMatch(each -> each.asset().equals(asset));
  }

  private void markets() {
    for (int i = 0; i < file.markets().size(); i++) {
      MarketEntry market = file.markets().get(i);
      assets.require(market.base(), where.of("markets", i, "base"), problems);
      if (market.kind().isFuture() && market.positionMax().isEmpty()) {
        problems.add(
            where.of("markets", i),
            "the key `position-max` is missing; `" + market.name() + "` is a future");
      }
      boolean hasTermsOfFutures =
          market.positionMax().isPresent() || market.imfFactor().isPresent();
      if (!market.kind().isFuture() && hasTermsOfFutures) {
        problems.add(
            where.of("markets", i),
            "`position-max` and `imf-factor` are of futures; this is a spot market");
      }
    }
  }

  private void rules() {
    requireKeys(assets, "collateral", file.collateral().keySet());
    requireKeys(kept, "withdrawals", file.withdrawals().keySet());
    requireKeys(assets, "caps", file.caps().keySet());
    for (int i = 0; i < file.clamped().size(); i++) {
      assets.require(file.clamped().get(i), where.of("clamped", i), problems);
    }
  }

  private void requireKeys(Names names, String section, Set<String> keys) {
    keys.forEach(key -> names.require(key, where.ofKey(new Object[] {section}, key), problems));
  }

  private void prices() {
    requireKeys(assets, "prices", file.prices().keySet());
    requireKeys(assets, "index-from", file.indexFrom().keySet());
    file.indexFrom()
        .forEach((asset, market) -> spot.require(market, where.of("index-from", asset), problems));
    file.prices()
        .forEach((asset, price) -> {
          Place place = where.of("prices", asset);
          if (!file.assets().isEmpty() && asset.equals(file.assets().getFirst().name())) {
            problems.add(place, "`" + asset + "` is the unit of account; it costs 1");
          }
          if (isLeveragedToken(asset)) {
            problems.add(place, "what a leveraged token costs at first is its `first-price`");
          }
          if (price.volatility() > 0 && file.indexFrom().containsKey(asset)) {
            problems.add(
                place, "the price of `" + asset + "` is its market's; leave `volatility` out");
          } else if (price.volatility() > 0 && file.feed().isEmpty()) {
            problems.add(place, "`volatility` needs the key `feed`, which says how often it moves");
          }
        });
  }

  private void tokens() {
    file.token()
        .ifPresent(token -> {
          kept.require(token.asset(), where.of("token", "asset"), problems);
          spot.require(token.market(), where.of("token", "market"), problems);
          accounts.require(token.treasury(), where.of("token", "treasury"), problems);
        });
    List<LeveragedTokenEntry> tokens = file.leveragedTokens();
    for (int i = 0; i < tokens.size(); i++) {
      LeveragedTokenEntry token = tokens.get(i);
      assets.require(token.asset(), where.of("leveraged-tokens", i, "asset"), problems);
      perpetuals.require(token.market(), where.of("leveraged-tokens", i, "market"), problems);
      accounts.declare(token.fund(), where.of("leveraged-tokens", i, "fund"), problems);
    }
  }

  private void money() {
    for (int i = 0; i < file.accounts().size(); i++) {
      AccountEntry account = file.accounts().get(i);
      Object[] deposits = {"accounts", i, "deposits"};
      account
          .deposits()
          .keySet()
          .forEach(asset -> kept.require(asset, where.ofKey(deposits, asset), problems));
    }
    for (int i = 0; i < file.privileges().size(); i++) {
      String account = file.privileges().get(i).account();
      accounts.require(account, where.of("privileges", i, "account"), problems);
    }
    requireKeys(kept, "insurance", file.insurance().keySet());
    requireKeys(kept, "capital", file.capital().keySet());
    requireKeys(kept, "faucet", file.faucet().keySet());
    file.faucet().forEach(this::faucet);
  }

  /// What the faucet gives is in no command of the opening, so the venue does not look at it.
  private void faucet(String asset, BigDecimal perDay) {
    file.assets().stream()
        .filter(each -> each.name().equals(asset))
        .map(AssetEntry::decimals)
        .filter(decimals -> perDay.signum() <= 0 || perDay.stripTrailingZeros().scale() > decimals)
        .forEach(decimals ->
            problems.add(
                where.of("faucet", asset),
                perDay.toPlainString()
                    + " is no amount above 0 with at most "
                    + decimals
                    + " decimals"));
  }

  /// What a dealer offers is in no command of the opening, so the venue does not look at it.
  private void dealer() {
    file.dealer()
        .ifPresent(dealer -> {
          accounts.require(dealer.account(), where.of("dealer", "account"), problems);
          Names converted = new Names("asset of the dealer");
          for (int i = 0; i < dealer.assets().size(); i++) {
            Place place = where.of("dealer", "assets", i);
            assets.require(dealer.assets().get(i), place, problems);
            converted.declare(dealer.assets().get(i), place, problems);
          }
          if (dealer.assets().size() < 2) {
            problems.add(where.of("dealer", "assets"), "a dealer converts two assets or more");
          }
        });
  }
}
