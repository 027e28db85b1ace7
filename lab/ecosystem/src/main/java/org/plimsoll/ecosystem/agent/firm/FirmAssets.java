package org.plimsoll.ecosystem.agent.firm;

import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.world.Appraiser;
import org.plimsoll.ecosystem.world.Instrument.Kind;
import org.plimsoll.ecosystem.world.LoanBook;
import org.plimsoll.ecosystem.world.WorldLedger;

/// What a firm has, as its balance sheet would say: what it holds itself, what lies in its accounts
/// at the venue and what it has pledged to lenders, all at prices. What it owes is not taken off.
final class FirmAssets {
  private final Economy economy;
  private final WorldLedger ledger;
  private final Appraiser appraiser;
  private final int firm;

  FirmAssets(Economy economy, Appraiser appraiser, int firm) {
    this.economy = economy;
    ledger = economy.ledger();
    this.appraiser = appraiser;
    this.firm = firm;
  }

  /// Returns what all of it is worth, in the smallest unit of account.
  long worth() {
    long sum = 0;
    for (int instrument = 0; instrument < ledger.instruments().size(); instrument++) {
      sum += worth(instrument);
    }
    return sum;
  }

  /// Returns what it has of an instrument, in the smallest unit of account.
  long worth(int instrument) {
    if (ledger.instruments().get(instrument).kind() == Kind.OWED) {
      return 0;
    }
    long held = Math.max(0, ledger.balance(firm, instrument));
    return appraiser.worth(instrument, held + atVenue(instrument) + pledged(instrument));
  }

  private long atVenue(int instrument) {
    if (instrument >= economy.exchange().books().assetCount()) {
      return 0;
    }
    long sum = 0;
    for (int account = 0; account < economy.exchange().accounts(); account++) {
      if (economy.exchange().holderOfAccount(account) == firm) {
        sum +=
            Math.max(0, economy.exchange().books().balance(account, instrument))
                + economy.exchange().books().pending(account, instrument)
                + economy.exchange().books().staked(account, instrument);
      }
    }
    return sum;
  }

  private long pledged(int instrument) {
    LoanBook loans = economy.loans();
    long sum = 0;
    for (int loan = 0; loan < loans.count(); loan++) {
      LoanBook.Terms terms = loans.terms(loan);
      sum += terms.borrower() == firm && terms.collateral() == instrument ? loans.pledged(loan) : 0;
    }
    return sum;
  }
}
