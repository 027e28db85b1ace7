package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BITCOIN;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.FTT;
import static org.plimsoll.venue.Bench.TOKEN;
import static org.plimsoll.venue.Bench.USD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LendingCommand.OfferLending;
import org.plimsoll.protocol.LendingCommand.SetCustodyPolicy;
import org.plimsoll.units.Side;

/// Asks a venue every question of the table in docs/reference/lending.md, under each policy.
///
/// There are a lender who offers 10 bitcoins, a holder who keeps 10 and offers none, and a borrower
/// with dollars.
class LendingTruthTableTest {
  private static final Path PAGE = Path.of("../../docs/reference/lending.md");
  private static final long HOUR_NS = 3_600_000_000_000L;
  private static final int LENDER = 0;
  private static final int HOLDER = 1;
  private static final int BORROWER = 2;

  private final Bench bench = Bench.listed(3).lending();

  LendingTruthTableTest() {
    bench.deposit(LENDER, BTC, 10 * BITCOIN);
    bench.deposit(HOLDER, BTC, 10 * BITCOIN);
    bench.deposit(BORROWER, USD, 1_000_000 * DOLLAR);
  }

  record Cell(String question, CustodyPolicy policy, String answer) {}

  static Stream<Cell> cells() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.contains("? |"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .flatMap(row ->
            Arrays.stream(CustodyPolicy.values())
                .map(policy -> new Cell(row.get(1), policy, row.get(2 + policy.ordinal()))));
  }

  @Test
  void theTableHasEveryQuestion() throws IOException {
    assertThat(cells()).hasSize(12 * 3);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void theVenueDoesWhatTheTableSays(Cell cell) {
    bench.applied(new SetCustodyPolicy(cell.policy()));
    assertThat(answer(cell.question())).isEqualTo(cell.answer());
  }

  private String answer(String question) {
    return switch (question) {
      case "may a coin be lent that was offered?" -> {
        offerAll();
        yield yesOrNo(isApplied(bench.withdrawal(BORROWER, BTC, BITCOIN)));
      }
      case "may a coin be lent that was not offered?" ->
          yesOrNo(isApplied(bench.withdrawal(BORROWER, BTC, BITCOIN)));
      case "does an offered or lent coin count as its owner's collateral?" -> asCollateral();
      case "may an offered coin be withdrawn?" -> {
        offerAll();
        yield yesOrNo(isApplied(bench.withdrawal(LENDER, BTC, 1)));
      }
      case "may an offered coin be sold?" -> {
        offerAll();
        yield yesOrNo(isApplied(Bench.bitcoin(LENDER, Side.SELL, 20_000, 1)));
      }
      case "may a lent coin be withdrawn or sold?" -> lentCoinSpent();
      case "is a coin that was not offered there when its owner comes?" -> {
        offerAll();
        borrowAll();
        yield isApplied(bench.withdrawal(HOLDER, BTC, 10 * BITCOIN)) ? "yes" : "not always";
      }
      case "who is the borrower's creditor?" -> creditor(Cause.INTEREST_PAID);
      case "whom has a lender a claim on?" -> debtor();
      case "who lacks his coins when a borrower defaults?" -> whoLacks();
      case "when is a coin that is not lent free after a recall?" -> {
        offerAll();
        bench.applied(new OfferLending(LENDER, BTC, 0, 0));
        yield isApplied(bench.withdrawal(LENDER, BTC, 10 * BITCOIN)) ? "at once" : "later";
      }
      case "when is a lent coin free after a recall?" -> lentCoinFree();
      default -> throw new IllegalArgumentException("nobody answers '" + question + "'");
    };
  }

  /// The lender owes dollars against 10 bitcoins; somebody else offers those dollars.
  private String asCollateral() {
    bench.applied(new OfferLending(BORROWER, USD, 500_000 * DOLLAR, 0));
    if (!isApplied(bench.withdrawal(LENDER, USD, 100_000 * DOLLAR))) {
      return "nobody borrows";
    }
    return yesOrNo(isApplied(new OfferLending(LENDER, BTC, 10 * BITCOIN, 0)));
  }

  private String lentCoinSpent() {
    offerAll();
    if (!isApplied(bench.withdrawal(BORROWER, BTC, 10 * BITCOIN))) {
      return "none is lent";
    }
    hour(1);
    assertThat(bench.view().lent(LENDER, BTC)).isEqualTo(10 * BITCOIN);
    bench.applied(new OfferLending(LENDER, BTC, 0, 0));
    boolean isSpent =
        isApplied(bench.withdrawal(LENDER, BTC, BITCOIN))
            || isApplied(Bench.bitcoin(LENDER, Side.SELL, 20_000, 100));
    return yesOrNo(isSpent);
  }

  /// Names the other end of the interest.
  private String creditor(Cause cause) {
    offerAll();
    if (!isApplied(bench.withdrawal(BORROWER, BTC, BITCOIN))) {
      return "nobody borrows";
    }
    return hour(1).stream()
            .filter(event -> event instanceof Event.TransferPosted e && e.cause() == cause)
            .map(event -> ((Event.TransferPosted) event).to())
            .map(LedgerAccount::kind)
            .allMatch(kind -> kind == LedgerAccount.Kind.VENUE)
        ? "the venue"
        : "the lender";
  }

  /// Lets the borrower's collateral become worthless: a claim on him would shrink.
  private String debtor() {
    offerAll();
    borrowAll();
    bench.applied(new PublishIndexPrice(FTT, 1));
    hour(1);
    return bench.view().balance(LENDER, BTC) >= 10 * BITCOIN ? "the venue" : "the borrower";
  }

  /// The borrower takes all he gets and never comes back. Lender and holder come for theirs, once
  /// the one first and once the other.
  private String whoLacks() {
    offerAll();
    borrowAll();
    bench.applied(new OfferLending(LENDER, BTC, 0, 0));
    hour(1);
    boolean lenderGetsAll = isApplied(bench.withdrawal(LENDER, BTC, 10 * BITCOIN));
    boolean holderGetsAll = isApplied(bench.withdrawal(HOLDER, BTC, 10 * BITCOIN));
    if (lenderGetsAll && holderGetsAll) {
      return "nobody";
    }
    return holderGetsAll ? "who offered" : "who comes last";
  }

  private String lentCoinFree() {
    offerAll();
    if (!isApplied(bench.withdrawal(BORROWER, BTC, 5 * BITCOIN))) {
      return "none is lent";
    }
    hour(1);
    bench.applied(new OfferLending(LENDER, BTC, 0, 0));
    assertThat(isApplied(bench.withdrawal(LENDER, BTC, 10 * BITCOIN))).isFalse();
    hour(2);
    if (isApplied(bench.withdrawal(LENDER, BTC, 10 * BITCOIN))) {
      return "within the hour";
    }
    bench.applied(new OfferLending(HOLDER, BTC, 10 * BITCOIN, 1_000_000));
    hour(3);
    return isApplied(bench.withdrawal(LENDER, BTC, 10 * BITCOIN)) ? "when replaced" : "never";
  }

  private void offerAll() {
    bench.applied(new OfferLending(LENDER, BTC, 10 * BITCOIN, 1_000_000));
  }

  /// Takes 15 bitcoins, or 10 where that is refused, against a token.
  private void borrowAll() {
    bench.deposit(BORROWER, FTT, 100_000 * TOKEN);
    if (!isApplied(bench.withdrawal(BORROWER, BTC, 15 * BITCOIN))) {
      isApplied(bench.withdrawal(BORROWER, BTC, 10 * BITCOIN));
    }
  }

  private List<Event> hour(long hours) {
    return bench.applied(new AdvanceTime(hours * HOUR_NS, 0));
  }

  private boolean isApplied(Command command) {
    return bench.send(command).stream().noneMatch(Event.CommandRefused.class::isInstance);
  }

  private static String yesOrNo(boolean answer) {
    return answer ? "yes" : "no";
  }
}
