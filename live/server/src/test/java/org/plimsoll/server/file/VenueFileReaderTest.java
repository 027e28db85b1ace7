package org.plimsoll.server.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.server.file.VenueFileResult.ReadVenue;
import org.plimsoll.server.file.VenueFileResult.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What a file may say, and what is said of one that is wrong.
class VenueFileReaderTest {
  private static final Pattern KEY = Pattern.compile("(?<=[ {\\n-])([a-z][a-z-]*):(?= |\\n)");

  @TempDir private Path folder;

  @Test
  void shouldReadTheSample() {
    assertThat(SampleVenue.problems(SampleVenue.GOOD)).isEmpty();
    assertThat(SampleVenue.good().file().accounts().getFirst().name()).isEqualTo("alice");
  }

  @Test
  void theSampleSaysEveryKeyOfTheFormat() {
    JsonNode schema = new ObjectMapper().readTree(VenueFileSchema.text());
    Set<String> known = new TreeSet<>(schema.path("properties").propertyNames());
    schema.path("$defs").forEach(each -> known.addAll(each.path("properties").propertyNames()));
    Set<String> said = new TreeSet<>(List.of("venue"));
    KEY.matcher(SampleVenue.GOOD).results().forEach(found -> said.add(found.group(1)));
    assertThat(said).isEqualTo(known);
  }

  @Test
  void everyMisspeltKeyIsNamedWithItsPlaceAndTheRightOne() {
    int count = 0;
    for (Matcher keys = KEY.matcher(SampleVenue.GOOD); keys.find(); count++) {
      String key = keys.group(1);
      String wrong = key.charAt(0) + "z" + key.substring(1);
      String text =
          SampleVenue.GOOD.substring(0, keys.start())
              + wrong
              + SampleVenue.GOOD.substring(keys.start() + key.length());
      assertThat(SampleVenue.problems(text))
          .as(wrong)
          .anyMatch(problem ->
              problem.startsWith(place(keys.start()) + " the key `" + wrong + "` is not known")
                  && problem.contains("`" + key + "`?"));
    }
    assertThat(count).isGreaterThan(100);
  }

  @Test
  void everyValueOfAnotherSortIsRefusedWhereItStands() {
    Pattern scalar = Pattern.compile("(?<=[ {\\n-])([a-z][a-z-]*): ([^{\\[\\n,}]+)");
    List<String> lenient = new ArrayList<>();
    for (Matcher values = scalar.matcher(SampleVenue.GOOD); values.find(); ) {
      String text =
          SampleVenue.GOOD.substring(0, values.start(2))
              + "[]"
              + SampleVenue.GOOD.substring(values.end(2));
      String place = place(values.start(2));
      if (SampleVenue.problems(text).stream().noneMatch(each -> each.startsWith(place))) {
        lenient.add(values.group());
      }
    }
    assertThat(lenient).isEmpty();
  }

  /// Each row: what the sample says, what stands in its place, where the problem is, and a part of
  /// its sentence.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "venue: 1 | venue: 2 | 1:8 | which is not 1, the version of this format",
        "title: A sample | title: {} | 2:8 | not text",
        "second-granter: second | second-granter: FIRST | 27:14 | the venue refuses `SetLiquidationProfile`: same-granter",
        "reason: sample | reason: two words | 3:20 | not a name",
        "name: bank, kind | name: wallet, kind | 4:48 | the custody location `wallet` is already declared in line 4",
        "kind: bank} | kind: vault} | 4:32 | expected one of wallet, bank, affiliate, lender",
        "decimals: 8, | decimals: 10, | 7:5 | the venue refuses `DefineAsset`: parameter-out-of-range, 9 asked for and 10 there",
        "location: bank} | location: bnak} | 6:40 | there is no custody location `bnak` in this venue; did you mean `bank`?",
        "decimals: 6, location: bank | decimals: 6 | 6:5 | the key `location` is missing",
        "{name: BULL, decimals: 6, | {name: BULL, decimals: 6, location: bank, | 9:41 | a leveraged token is nowhere but in the books",
        ", balance-max: 100k | \"\" | 7:5 | the key `balance-max` is missing",
        "balance-max: 100k | balance-max: 10m | 33:3 | the venue refuses `PublishIndexPrice`: price-out-of-range",
        "name: BULL | name: BTC | 9:12 | the asset `BTC` is already declared in line 7",
        "name: OWN/USD | name: BTC/USD | 12:12 | the market `BTC/USD` is already declared in line 11",
        "base: OWN | base: OWM | 12:27 | there is no asset `OWM` in this venue; did you mean `OWN`?",
        "tick: 1, lot: 0.0001} | tick: 0.001, lot: 0.0001} | 11:5 | tick-times-lot-not-whole",
        "lot: 0.1} | lot: 0.00000001} | 12:5 | 0.00000001 has more than 6 decimals",
        "lot: 0.1} | lot: 0.1, imf-factor: 1} | 12:5 | `position-max` and `imf-factor` are of futures",
        ", position-max: 1k | \"\" | 21:5 | the key `position-max` is missing; `BTC` is a future",
        "position-max: 1k | position-max: 0.00005 | 21:5 | not a whole number of lots of BTC",
        "minimum: 0.001 | minimum: 0.00015 | 20:13 | not a whole number of lots of BTC-PERP",
        "book-cap: 2% | book-cap: 2 | 20:13 | the venue refuses `SetMarketLimits`",
        "initial: 0.95 | initial: 0.98 | 24:3 | the venue refuses `SetCollateral`",
        "USD: {initial | USB: {initial | 23:3 | there is no asset `USB` in this venue; did you mean `USD`?",
        "custody: opt-in | custody: optin | 25:10 | did you mean `opt-in`?",
        "lending-fee: 0.07% | lending-fee: 7% | 26:14 | the venue refuses `SetLendingTerms`",
        "liquidation: ftx-2022 | liquidation: ftx-2021 | 27:14 | did you mean",
        "per-minute: 5} | per-minute: 5000} | 29:3 | the venue refuses `SetWithdrawalPolicy`",
        "USD: {mode | BULL: {mode | 29:3 | there is no asset with a `location` `BULL`",
        "account: 50k | account: 500k | 31:3 | the venue refuses `CapCollateral`",
        "  OWN: {start: 25} | \"\" | 8:5 | nothing says what `OWN` costs",
        "  OWN: {start: 25} | OWN: {start: 25, volatility: 5%} | 34:8 | leave `volatility` out",
        "  OWN: {start: 25} | \"OWN: {start: 25}\\n  USD: {start: 1}\" | 35:8 | is the unit of account",
        "  OWN: {start: 25} | \"OWN: {start: 25}\\n  BULL: {start: 1}\" | 35:9 | is its `first-price`",
        "volatility: 60% | volatility: 2000% | 33:35 | expected 0 to 10.0",
        "feed: {every: 1s, seed: 7} | \"\" | 33:8 | needs the key `feed`",
        "every: 1s | every: 100ms | 35:15 | not a length of time",
        "seed: 7 | seed: 0.5 | 35:25 | not a whole number",
        "OWN: OWN/USD} | OWN: OWN-USD} | 36:19 | did you mean `OWN/USD`?",
        "OWN: OWN/USD} | OWN: BTC/USD} | 36:14 | not-its-spot-market",
        "[BTC, OWN] | [BTC, OWM] | 37:16 | did you mean `OWN`?",
        "market: OWN/USD | market: BTC-PERP | 40:11 | there is no spot market `BTC-PERP`",
        "treasury: treasury | treasury: treasure | 41:13 | did you mean `treasury`?",
        "slices: 12 | slices: 0 | 39:3 | the venue refuses `SetExchangeToken`",
        "fund: bull-fund | fund: alice | 49:37 | the account `alice` is already declared in line 51",
        "market: BTC-PERP, first | market: BTC, first | 49:56 | there is no perpetual `BTC`",
        "order: 20} | order: 0} | 49:5 | the venue refuses `ListLeveragedToken`",
        "{USD: 100k, BTC | {USD: 100k, BTX | 52:27 | did you mean `BTC`?",
        "BTC: 2.5} | BTC: -1} | 52:27 | the venue refuses `DepositAsset`: quantity-out-of-range",
        "per-hour: 50k | per-hour: 5k | 53:15 | the venue refuses `PledgeBackstop`",
        "maker-rebate: 0.0025% | maker-rebate: 1% | 54:19 | the venue refuses `SetMakerRebate`",
        "{account: alice | {account: alicia | 57:15 | did you mean `alice`?",
        ", amount: 5m | \"\" | 57:5 | the venue refuses `GrantPrivilege`",
        "insurance: {USD: 2m} | insurance: {USD: 0} | 58:13 | the venue refuses `ContributeCapital`",
        "capital: {USD: 3m} | capital: {BULL: 3m} | 59:11 | there is no asset with a `location` `BULL`",
        "faucet: {USD: 10k | faucet: {EUR: 10k | 60:10 | there is no asset with a `location` `EUR`",
        "faucet: {USD: 10k | faucet: {USD: 0 | 60:15 | 0 is no amount above 0",
        "BTC: 1} | BTC: 0.000000001} | 60:25 | with at most 8 decimals",
        "dealer: {account: alice | dealer: {account: alicia | 62:19 | did you mean `alice`?",
        "[USD, BTC] | [USD, BTX] | 62:40 | did you mean `BTC`?",
        "[USD, BTC] | [USD, USD] | 62:40 | the asset of the dealer `USD` is already declared",
        "[USD, BTC] | [USD] | 62:34 | a dealer converts two assets or more",
        "spread: 0.1% | spread: 100% | 62:54 | `spread` is 1.00; expected 0 to less than 1",
        "most: 1m | most: 0 | 62:66 | `most` is 0; expected more than 0",
        "lasts: 10s | lasts: 2h | 62:77 | `lasts` is more than an hour",
      })
  void aMistakeIsToldWithItsPlace(String text, String other, String place, String sentence) {
    String spoiled = SampleVenue.with(text, other.replace("\\n", "\n"));
    assertThat(SampleVenue.problems(spoiled))
        .anyMatch(
            problem -> problem.startsWith("x.yaml:" + place + ": ") && problem.contains(sentence));
  }

  @Test
  void aFileThatIsNoneIsRefused() throws Exception {
    VenueFileReader reader = new VenueFileReader(SampleVenue.LIMITS, SampleVenue.NOW);
    assertThat(SampleVenue.problems("- 1"))
        .containsExactly("x.yaml:1:1: this is not a venue; a venue begins with `venue: 1`");
    assertThat(sentence(reader.read(folder))).contains("this is a folder");
    assertThat(sentence(reader.read(folder.resolve("nothing.yaml")))).contains("cannot be read");
    Path large = folder.resolve("large.yaml");
    Files.write(large, new byte[VenueFileReader.FILE_BYTES_MAX + 1]);
    assertThat(sentence(reader.read(large))).contains("larger than 1048576 bytes");
    Path good = Files.writeString(folder.resolve("good.yaml"), SampleVenue.GOOD);
    assertThat(reader.read(good)).isInstanceOf(ReadVenue.class);
  }

  private static String sentence(VenueFileResult result) {
    return ((Refused) result).problems().getFirst().message();
  }

  private static String place(int offset) {
    String before = SampleVenue.GOOD.substring(0, offset);
    int line = 1 + (int) before.chars().filter(each -> each == '\n').count();
    return "x.yaml:" + line + ":" + (offset - before.lastIndexOf('\n')) + ":";
  }
}
