package org.plimsoll.solvency.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.CollateralWeights;
import org.plimsoll.solvency.book.LossRules;
import org.plimsoll.solvency.book.Policies;
import org.plimsoll.solvency.book.WithdrawalRules;
import org.plimsoll.solvency.policy.Policy;
import org.plimsoll.solvency.waterfall.WaterfallProfile;
import org.plimsoll.text.Problem;

class PolicyReaderTest {
  private static final Book LEVINE = book("levine-8");

  @Test
  void whatAFileSaysReplacesTheBookAndTheRestStays() {
    Policy policy =
        read(
            """
            policy: 1
            title: No favors
            policies:
              exemptions: none
              own-tokens: excluded
              caps: {BTC: 1m}
              losses: {order: ftx-2022, insurance-fund: 25m}
              withdrawals: {per-day: 5%, queue: pro-rata, fee: 1%}
            weights:
              FTT: {initial: 0, total: 0, imf-factor: 0}
            """);
    Policies rules = policy.policies();
    assertThat(policy.name()).isEqualTo("strict");
    assertThat(rules.custody()).isEqualTo(Policies.CustodyPolicy.COMMINGLED);
    assertThat(rules.exemptions()).isEqualTo(Policies.Exemptions.NONE);
    assertThat(rules.ownTokens()).isEqualTo(Policies.OwnTokens.EXCLUDED);
    assertThat(rules.caps()).isEqualTo(Map.of("BTC", new BigDecimal("1000000")));
    assertThat(rules.losses().order()).isEqualTo(WaterfallProfile.FTX_2022);
    assertThat(rules.losses().insuranceFund()).isEqualByComparingTo("25000000");
    assertThat(rules.withdrawals())
        .isEqualTo(
            new WithdrawalRules(
                new BigDecimal("0.05"), WithdrawalRules.Queue.PRO_RATA, new BigDecimal("0.01")));
    Book ruled = policy.applyTo(LEVINE);
    assertThat(ruled.assets().get(2).weights())
        .contains(new CollateralWeights(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
    assertThat(ruled.assets().get(1)).isEqualTo(LEVINE.assets().get(1));
    assertThat(BookHash.of(ruled)).isNotEqualTo(BookHash.of(LEVINE));
  }

  @Test
  void anEmptyPolicyIsTheBookItself() {
    assertThat(read("policy: 1\n").applyTo(LEVINE)).isEqualTo(LEVINE);
    assertThat(Policy.of(LEVINE).applyTo(LEVINE)).isEqualTo(LEVINE);
  }

  @Test
  void everyMistakeIsNamedWithItsPlaceAndTheNearestName() {
    assertThat(
            problems(
                """
                policy: 1
                policies:
                  exemption: none
                  own-tokens: exclude
                  caps: {BTX: 1m}
                  losses: {order: ftx-2021}
                  withdrawals: {per-day: 0}
                weights: {FTTT: {initial: 0, total: 0}}
                """))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("dir/strict.yaml:3:3: the key `exemption` is not known in policies")
                    .endsWith("did you mean `exemptions`?"),
            line ->
                assertThat(line)
                    .startsWith("dir/strict.yaml:4:15: `own-tokens` is `exclude`")
                    .endsWith("did you mean `excluded`?"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "dir/strict.yaml:5:10: there is no asset `BTX` in this book; did you mean"
                            + " `BTC`?"),
            line ->
                assertThat(line)
                    .startsWith("dir/strict.yaml:6:19: `order` is `ftx-2021`")
                    .contains("expected one of none, socialized"),
            line -> assertThat(line).startsWith("dir/strict.yaml:7:26: `per-day` is `0`"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "dir/strict.yaml:8:11: there is no asset `FTTT` in this book; did you mean"
                            + " `FTT`?"),
            line ->
                assertThat(line)
                    .startsWith("dir/strict.yaml:8:17: the key `imf-factor` is missing"));
  }

  @Test
  void whatIsNoPolicyIsRefused() {
    assertThat(problems("[]")).singleElement().asString().contains("this is not a policy");
    assertThat(problems("book: 1\n")).isNotEmpty();
    assertThat(PolicyReader.read(Path.of("no-such-file.yaml"), LEVINE))
        .isInstanceOf(PolicyReadResult.Refused.class);
    assertThat(PolicyReader.read(Path.of("."), LEVINE))
        .isInstanceOf(PolicyReadResult.Refused.class);
  }

  @Test
  void theSchemaNamesEveryOrderOfLossBearers() {
    String schema = BookSchema.root().at("/$defs/losses/properties/order/enum").toString();
    assertThat(WaterfallProfile.named())
        .allSatisfy(order -> assertThat(schema).contains('"' + order.name() + '"'));
  }

  @Test
  void writingAndReadingGivesTheSamePolicy() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 300; i++) {
      Policies rules =
          new Policies(
              Policies.CustodyPolicy.COMMINGLED,
              part(random),
              Policies.Exemptions.values()[random.nextInt(2)],
              Policies.OwnTokens.values()[random.nextInt(2)],
              new TreeMap<>(Map.of("BTC", part(random))),
              new LossRules(WaterfallProfile.SOCIALIZED, part(random), part(random), part(random)),
              new WithdrawalRules(
                  part(random), WithdrawalRules.Queue.values()[random.nextInt(2)], part(random)));
      Policy policy =
          new Policy(
              "strict",
              "A \"title\": quoted",
              rules,
              new TreeMap<>(
                  Map.of("FTT", new CollateralWeights(part(random), part(random), part(random)))));
      assertThat(read(PolicyText.file(policy, List.of("why: because")))).isEqualTo(policy);
    }
  }

  private static BigDecimal part(SplittableRandom random) {
    return new BigDecimal(1 + random.nextInt(1000)).movePointLeft(3);
  }

  private static Policy read(String text) {
    return switch (result(text)) {
      case PolicyReadResult.ReadPolicy(Policy policy) -> policy;
      case PolicyReadResult.Refused(var problems) -> throw new AssertionError(problems);
    };
  }

  private static List<String> problems(String text) {
    return switch (result(text)) {
      case PolicyReadResult.ReadPolicy(Policy policy) -> throw new AssertionError(policy);
      case PolicyReadResult.Refused(var problems) ->
          problems.stream().map(Problem::toString).toList();
    };
  }

  private static PolicyReadResult result(String text) {
    return PolicyReader.read(text.getBytes(StandardCharsets.UTF_8), "dir/strict.yaml", LEVINE);
  }

  private static Book book(String name) {
    return switch (ShippedBooks.read(name)) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(var problems) -> throw new AssertionError(problems);
    };
  }
}
