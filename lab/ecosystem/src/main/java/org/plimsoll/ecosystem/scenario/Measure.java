package org.plimsoll.ecosystem.scenario;

import org.plimsoll.text.bind.Keys;

/// What can be sampled over time: the closed list.
public enum Measure {
  /// The mark of an asset, in the unit of account.
  PRICE(Subject.ASSET, "price of"),
  /// Its price outside.
  INDEX(Subject.ASSET, "index price of"),
  /// The last price of a market.
  LAST_PRICE(Subject.MARKET, "last price of"),
  /// The mark of a perpetual.
  FUTURE_MARK(Subject.MARKET, "mark of"),
  /// Best ask less best bid, as a part of the middle; nothing where nobody quotes.
  SPREAD(Subject.MARKET, "spread of"),
  /// Traded since the last sample, in the unit of account.
  VOLUME(Subject.MARKET, "volume of"),
  /// All long positions of a perpetual, in whole units of its base.
  OPEN_INTEREST(Subject.MARKET, "open interest of"),
  /// What the venue owes accounts, in whole units.
  CLAIMS(Subject.ASSET, "claims on the venue in"),
  /// What accounts owe the venue, in whole units.
  DEBTS(Subject.ASSET, "debts to the venue in"),
  /// What is in custody, in whole units.
  CUSTODY(Subject.ASSET, "in custody:"),
  /// Withdrawals that were asked for and not sent, in whole units.
  PENDING_WITHDRAWALS(Subject.ASSET, "withdrawals that wait:"),
  /// The venue's fees so far, in the unit of account.
  FEES(Subject.NONE, "fees of the venue"),
  /// What is put by for losses, in the unit of account.
  INSURANCE(Subject.NONE, "insurance fund"),
  /// What the venue owes accounts in all, at marks.
  CLAIMS_VALUE(Subject.NONE, "claims on the venue"),
  /// What accounts owe the venue in all, at marks.
  DEBTS_VALUE(Subject.NONE, "debts to the venue"),
  /// What is in custody in all, at marks.
  CUSTODY_VALUE(Subject.NONE, "in custody"),
  /// What an account is worth: balances at marks and profit of positions.
  ACCOUNT_VALUE(Subject.ACCOUNT, "value of account"),
  /// What a party has outside the venue, at prices.
  HOLDINGS(Subject.PARTY, "holdings outside the venue of"),
  /// The same with its accounts at the venue.
  WEALTH(Subject.PARTY, "wealth of"),
  /// What the venue is worth with its own token worth nothing, exactly by its books.
  EQUITY_WITHOUT_OWN_TOKEN(Subject.NONE, "equity of the venue without its own token"),
  /// What it can obtain now as a part of what can be demanded now.
  COVER_NOW(Subject.NONE, "cover of what can be demanded now"),
  /// How much price the sales that a lost unit of price forces take again, `R`, by the depth of the
  /// order book then and as if nobody were exempt; 0 where nothing leans on the asset.
  SPIRAL_GAIN(Subject.ASSET, "spiral gain R of"),
  /// The debt that the market of a collateral carries within a day, by the same depth.
  LOAD_LINE(Subject.ASSET, "load line of"),
  /// The debt that leans on it as a part of that.
  LOAD_SHARE(Subject.ASSET, "load as a part of the load line of"),
  /// The newest notice of a topic of the bulletin.
  NOTICE(Subject.TOPIC, "");

  private final Subject subject;
  private final String title;

  Measure(Subject subject, String title) {
    this.subject = subject;
    this.title = title;
  }

  /// What a measure is of.
  public enum Subject {
    /// An asset of the venue.
    ASSET,
    /// A market.
    MARKET,
    /// A party.
    PARTY,
    /// An account.
    ACCOUNT,
    /// A topic of the bulletin.
    TOPIC,
    /// The venue as a whole.
    NONE
  }

  /// Returns what it is of.
  public Subject subject() {
    return subject;
  }

  /// Returns its name in files.
  public String word() {
    return Keys.kebab(name());
  }

  /// Returns a title for what it is of; a notice is called what its topic is.
  public String title(String of) {
    if (subject == Subject.TOPIC) {
      return of.replace('-', ' ');
    }
    return of.isEmpty() ? title : title + " " + of;
  }
}
