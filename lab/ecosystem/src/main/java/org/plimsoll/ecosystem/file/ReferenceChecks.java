package org.plimsoll.ecosystem.file;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plimsoll.ecosystem.scenario.AssetEntry;
import org.plimsoll.ecosystem.scenario.AssumptionEntry;
import org.plimsoll.ecosystem.scenario.EventEntry;
import org.plimsoll.ecosystem.scenario.Measure;
import org.plimsoll.ecosystem.scenario.PartyEntry;
import org.plimsoll.ecosystem.scenario.SampleEntry;
import org.plimsoll.ecosystem.scenario.Scenario;
import org.plimsoll.ecosystem.scenario.ScoreEntry;
import org.plimsoll.ecosystem.scenario.VenueEntry;
import org.plimsoll.text.Names;
import org.plimsoll.text.Nearest;
import org.plimsoll.text.Place;
import org.plimsoll.text.Problems;
import org.plimsoll.text.Reading;
import org.plimsoll.text.Tree;
import org.plimsoll.text.Whereabouts;

/// What a schema cannot say of a scenario: that names are declared once and exist, and that no
/// figure is used before it was known.
final class ReferenceChecks {
  private static final String OUTSIDE = "outside";
  private static final String VENUE = "venue";

  private final Tree root;
  private final Scenario scenario;
  private final Problems problems;
  private final Whereabouts where;
  private final Names assets = new Names("asset");
  private final Names listed = new Names("asset of the venue");
  private final Names parties = new Names("party");
  private final Names places = new Names("custody location");
  private final Names markets = new Names("market");

  ReferenceChecks(Tree root, Scenario scenario, Problems problems) {
    this.root = root;
    this.scenario = scenario;
    this.problems = problems;
    where = new Whereabouts(root);
  }

  void run() {
    declare();
    assets();
    venue();
    parties();
    events();
    records();
    sheets();
    switchPairs();
    scores();
    calibration();
    assumptions();
  }

  private void declare() {
    for (int i = 0; i < scenario.assets().size(); i++) {
      AssetEntry asset = scenario.assets().get(i);
      Place place = where.of("assets", i, "name");
      if (assets.declare(asset.name(), place, problems) && !asset.outside()) {
        listed.declare(asset.name(), place, problems);
      }
    }
    for (int i = 0; i < scenario.parties().size(); i++) {
      String name = scenario.parties().get(i).name();
      parties.declare(name, where.of("parties", i, "name"), problems);
    }
    List<VenueEntry.LocationEntry> locations = scenario.venue().locations();
    for (int i = 0; i < locations.size(); i++) {
      Place place = where.of("venue", "locations", i, "name");
      places.declare(locations.get(i).name(), place, problems);
    }
    for (int i = 0; i < scenario.venue().markets().size(); i++) {
      String name = scenario.venue().markets().get(i).name();
      markets.declare(name, where.of("venue", "markets", i, "name"), problems);
    }
    Names agents = new Names("agent");
    Reading reading = new Reading(problems);
    for (int i = 0; i < scenario.agents().size(); i++) {
      AgentEntry entry = new AgentEntry(scenario.agents().get(i), reading);
      for (int number = 1; number <= entry.count(); number++) {
        agents.declare(entry.name(number), where.of("agents", i, "name"), problems);
      }
    }
  }

  private void assets() {
    if (scenario.assets().isEmpty() || scenario.assets().getFirst().outside()) {
      problems.add(where.of("assets"), "the first asset is the unit of account of the venue");
      return;
    }
    for (int i = 1; i < scenario.assets().size(); i++) {
      AssetEntry asset = scenario.assets().get(i);
      if (!asset.outside() && asset.balanceMax().isEmpty()) {
        problems.add(
            where.of("assets", i),
            "the key `balance-max` is missing; the venue lists `" + asset.name() + "`");
      }
      boolean hasPrice =
          scenario.prices().containsKey(asset.name())
              || scenario.venue().indexFrom().containsKey(asset.name())
              || isLeveragedToken(asset.name());
      if (!asset.outside() && !hasPrice) {
        problems.add(
            where.of("assets", i),
            "nothing says what `"
                + asset.name()
                + "` costs; give it an entry in `prices`, or in `index-from` of the venue");
      }
    }
    scenario
        .prices()
        .keySet()
        .forEach(
            name -> assets.require(name, where.ofKey(new Object[] {"prices"}, name), problems));
  }

  private boolean isLeveragedToken(String asset) {
    return scenario.venue().leveragedTokens().stream().anyMatch(each -> each.asset().equals(asset));
  }

  private void venue() {
    VenueEntry venue = scenario.venue();
    for (int i = 0; i < venue.markets().size(); i++) {
      VenueEntry.MarketEntry market = venue.markets().get(i);
      listed.require(market.base(), where.of("venue", "markets", i, "base"), problems);
      if (market.kind() == VenueEntry.MarketEntry.Kind.PERPETUAL
          && market.positionMax().isEmpty()) {
        problems.add(
            where.of("venue", "markets", i),
            "the key `position-max` is missing; `" + market.name() + "` is a perpetual");
      }
    }
    requireKeys("collateral", venue.collateral().keySet());
    requireKeys("caps", venue.caps().keySet());
    requireKeys("index-from", venue.indexFrom().keySet());
    venue
        .indexFrom()
        .forEach((asset, market) ->
            markets.require(market, where.of("venue", "index-from", asset), problems));
    for (int i = 0; i < venue.clamped().size(); i++) {
      listed.require(venue.clamped().get(i), where.of("venue", "clamped", i), problems);
    }
    venue
        .token()
        .ifPresent(token -> {
          listed.require(token.asset(), where.of("venue", "token", "asset"), problems);
          markets.require(token.market(), where.of("venue", "token", "market"), problems);
          places.require(token.location(), where.of("venue", "token", "location"), problems);
        });
    for (int i = 0; i < venue.leveragedTokens().size(); i++) {
      VenueEntry.LeveragedTokenEntry token = venue.leveragedTokens().get(i);
      Object[] at = {"venue", "leveraged-tokens", i};
      listed.require(token.asset(), where.of(at[0], at[1], i, "asset"), problems);
      parties.require(token.party(), where.of(at[0], at[1], i, "party"), problems);
      markets.require(token.market(), where.of(at[0], at[1], i, "market"), problems);
    }
  }

  private void requireKeys(String section, Set<String> names) {
    names.forEach(
        name -> listed.require(name, where.ofKey(new Object[] {"venue", section}, name), problems));
  }

  private void parties() {
    Names accounts = new Names("account");
    for (int i = 0; i < scenario.parties().size(); i++) {
      PartyEntry party = scenario.parties().get(i);
      Object[] holds = {"parties", i, "holds"};
      party
          .holds()
          .keySet()
          .forEach(name -> assets.require(name, where.ofKey(holds, name), problems));
      for (int j = 0; j < party.accounts().size(); j++) {
        PartyEntry.AccountEntry account = party.accounts().get(j);
        accounts.declare(account.name(), where.of("parties", i, "accounts", j, "name"), problems);
        for (int k = 0; k < account.deposits().size(); k++) {
          PartyEntry.DepositEntry deposit = account.deposits().get(k);
          Object[] at = {"parties", i, "accounts", j, "deposits", k, "asset"};
          listed.require(deposit.asset(), where.of(at), problems);
          at[6] = "at";
          places.require(deposit.at(), where.of(at), problems);
        }
      }
    }
  }

  private void events() {
    for (int i = 0; i < scenario.events().size(); i++) {
      EventEntry event = scenario.events().get(i);
      int at = i;
      if (event.at().isBefore(scenario.start()) || event.at().isAfter(scenario.until())) {
        problems.add(
            where.of("events", i, "at"), "this is not between `start` and `until` of the scenario");
      }
      event
          .collateral()
          .ifPresent(each ->
              listed.require(
                  each.asset(), where.of("events", at, "collateral", "asset"), problems));
      event
          .withdrawals()
          .ifPresent(each ->
              listed.require(
                  each.asset(), where.of("events", at, "withdrawals", "asset"), problems));
      event
          .transfer()
          .ifPresent(each -> {
            assets.require(each.asset(), where.of("events", at, "transfer", "asset"), problems);
            requireParty(each.from(), where.of("events", at, "transfer", "from"));
            requireParty(each.to(), where.of("events", at, "transfer", "to"));
          });
    }
  }

  private void requireParty(String name, Place place) {
    if (!name.equals(OUTSIDE)) {
      parties.require(name, place, problems);
    }
  }

  private void records() {
    Names labels = new Names("series");
    for (int i = 0; i < scenario.record().size(); i++) {
      SampleEntry sample = scenario.record().get(i);
      Place place = where.of("record", i, "of");
      labels.declare(sample.label(), where.of("record", i), problems);
      Measure.Subject subject = sample.series().subject();
      if (sample.of().isEmpty() != (subject == Measure.Subject.NONE)) {
        problems.add(
            place,
            sample.of().isEmpty()
                ? "`" + sample.series().word() + "` needs the key `of` beside it"
                : "`" + sample.series().word() + "` is of the venue as a whole; leave `of` out");
        continue;
      }
      switch (subject) {
        case ASSET -> listed.require(sample.of(), place, problems);
        case MARKET -> {
          markets.require(sample.of(), place, problems);
          requireFuture(sample, place);
        }
        case PARTY -> parties.require(sample.of(), place, problems);
        // Accounts are known when the scenario is put together.
        case ACCOUNT, TOPIC, NONE -> {}
      }
    }
  }

  private void requireFuture(SampleEntry sample, Place place) {
    boolean isOfFutures =
        sample.series() == Measure.FUTURE_MARK || sample.series() == Measure.OPEN_INTEREST;
    for (VenueEntry.MarketEntry market : scenario.venue().markets()) {
      boolean isSpot = market.kind() == VenueEntry.MarketEntry.Kind.SPOT;
      if (isOfFutures && isSpot && market.name().equals(sample.of())) {
        problems.add(
            place, "`" + sample.series().word() + "` is of perpetuals; this is a spot market");
      }
    }
  }

  private void switchPairs() {
    Names known = new Names("switch");
    scenario.switches().keySet().forEach(name -> known.declare(name, root.place(), problems));
    for (int i = 0; i < scenario.switchPairs().size(); i++) {
      for (int at = 0; at < scenario.switchPairs().get(i).size(); at++) {
        known.require(
            scenario.switchPairs().get(i).get(at), where.of("switch-pairs", i, at), problems);
      }
    }
  }

  private void sheets() {
    for (int i = 0; i < scenario.sheets().size(); i++) {
      requirePartyOrVenue(scenario.sheets().get(i), where.of("sheets", i));
    }
    List<String> followed = scenario.sourcesAndUses().map(each -> each.of()).orElse(List.of());
    for (int i = 0; i < followed.size(); i++) {
      requirePartyOrVenue(followed.get(i), where.of("sources-and-uses", "of", i));
    }
  }

  private void requirePartyOrVenue(String name, Place place) {
    if (!name.equals(VENUE)) {
      parties.require(name, place, problems);
    }
  }

  private void scores() {
    Set<String> known = new TreeSet<>();
    scenario.record().forEach(each -> known.add(each.label()));
    for (int i = 0; i < scenario.score().size(); i++) {
      ScoreEntry row = scenario.score().get(i);
      boolean isTime = row.statistic() == ScoreEntry.Statistic.HOURS_TO_FLAG;
      if (!isTime && !known.contains(row.of())) {
        problems.add(
            where.of("score", i, "of"),
            "`record` has no series `" + row.of() + "`" + Nearest.hint(row.of(), known));
      }
      Instant at = row.at().orElse(scenario.until());
      if (row.kind() == ScoreEntry.Kind.FIT && isTooLate(at)) {
        problems.add(
            where.of("score", i, row.at().isPresent() ? "at" : "kind"),
            "a row that was used in calibration is dated " + day(at) + tooLate());
      }
    }
  }

  private void calibration() {
    for (int i = 0; i < scenario.calibration().size(); i++) {
      Scenario.Calibration each = scenario.calibration().get(i);
      Settings.require(root, each.path(), where.of("calibration", i, "path"), problems);
      if (isTooLate(each.on())) {
        problems.add(
            where.of("calibration", i, "on"),
            "`" + each.path() + "` was calibrated on figures of " + day(each.on()) + tooLate());
      }
    }
  }

  private void assumptions() {
    Names known = new Names("assumption");
    for (int i = 0; i < scenario.assumptions().size(); i++) {
      AssumptionEntry each = scenario.assumptions().get(i);
      known.declare(each.what(), where.of("assumptions", i, "what"), problems);
      for (int j = 0; j < each.paths().size(); j++) {
        Place place = where.of("assumptions", i, "paths", j);
        Settings.require(root, each.paths().get(j), place, problems)
            .filter(value -> !isWithin(value, each))
            .ifPresent(_ ->
                problems.add(
                    place,
                    "what stands there is no number from " + each.low() + " to " + each.high()));
      }
    }
  }

  private static boolean isWithin(Tree value, AssumptionEntry assumption) {
    try {
      return value instanceof Tree.Scalar(String text, _, _)
          && assumption.holds(Double.parseDouble(text));
    } catch (NumberFormatException word) {
      return false;
    }
  }

  private boolean isTooLate(Instant instant) {
    return scenario
        .calibratedTo()
        .filter(last -> instant.truncatedTo(ChronoUnit.DAYS).isAfter(last))
        .isPresent();
  }

  private String tooLate() {
    String last = scenario.calibratedTo().map(ReferenceChecks::day).orElse("");
    return "; nothing after " + last + " (`calibrated-to`) may be used";
  }

  private static String day(Instant instant) {
    return instant.truncatedTo(ChronoUnit.DAYS).toString().substring(0, "2022-06-30".length());
  }
}
