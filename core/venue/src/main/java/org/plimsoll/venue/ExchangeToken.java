package org.plimsoll.venue;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.plimsoll.margin.PortfolioView;
import org.plimsoll.protocol.TokenCommand.SetExchangeToken;
import org.plimsoll.units.Exact;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The exchange token: on which terms it is bought back, how far that has come, and who has staked
/// it (docs/reference/exchange-token.md).
final class ExchangeToken {
  /// What stands for the token's asset while nobody has named one.
  static final int NONE = -1;

  private static final int ROWS_AT_FIRST = 16;
  private static final long FEES_MAX = Limits.OWN_MAX - 1;

  private @Nullable SetExchangeToken terms;
  private long burned;
  private long fees;
  private final long[] fundBefore;
  private long toSpend;
  private int slicesLeft;
  private int accounts;
  private long[] staked = new long[ROWS_AT_FIRST];
  private long[] unstaking = new long[ROWS_AT_FIRST];
  private long[] releasesNs = new long[ROWS_AT_FIRST];

  ExchangeToken(int assetsMax) {
    fundBefore = new long[assetsMax];
  }

  void openAccount() {
    if (accounts == staked.length) {
      int rows = accounts * 2;
      staked = Arrays.copyOf(staked, rows);
      unstaking = Arrays.copyOf(unstaking, rows);
      releasesNs = Arrays.copyOf(releasesNs, rows);
    }
    accounts++;
  }

  /// Returns the token's asset, or [#NONE].
  int asset() {
    return terms == null ? NONE : terms.asset();
  }

  /// Returns whether an account buys the token back.
  boolean isTreasury(int account) {
    return terms != null && terms.treasury() == account;
  }

  @Nullable SetExchangeToken terms() {
    return terms;
  }

  /// Sets the terms. What another treasury was to spend is its own affair.
  void set(SetExchangeToken setting) {
    if (terms != null && terms.treasury() != setting.treasury()) {
      toSpend = 0;
    }
    terms = setting;
  }

  /// Returns what may still be burned: half of the supply less what has been.
  long burnable() {
    return terms == null ? 0 : Math.max(0, terms.supply() / 2 - burned);
  }

  long burned() {
    return burned;
  }

  void burn(long amount) {
    burned += amount;
  }

  /// Counts a fee in the unit of account that the venue has got, or a rebate where negative.
  void countFee(long amount) {
    fees = Math.clamp(fees + amount, 0, FEES_MAX);
  }

  /// Returns the fees counted since the last week began.
  long fees() {
    return fees;
  }

  /// Returns what the fund against losses had of an asset when the last week began, or owed of it
  /// where negative.
  long fundBefore(int asset) {
    return fundBefore[asset];
  }

  /// Begins a week.
  ///
  /// @param fund what the fund against losses has of each asset
  /// @param budget what the treasury is to spend
  void beginWeek(PortfolioView fund, long budget, int slices) {
    fees = 0;
    Arrays.setAll(fundBefore, fund::quantity);
    toSpend = budget;
    slicesLeft = slices;
  }

  /// Returns what the treasury has been given to buy tokens with and has not spent.
  long toSpend() {
    return toSpend;
  }

  int slicesLeft() {
    return slicesLeft;
  }

  /// Takes one of the week's orders off.
  ///
  /// @return what it is to spend
  long takeSlice() {
    return toSpend / slicesLeft--;
  }

  void spend(long amount) {
    toSpend = Math.max(0, toSpend - amount);
  }

  /// Returns what an owner has staked on all his accounts, without what is coming free.
  long staked(int owner) {
    return staked[owner];
  }

  void stake(int owner, long amount) {
    staked[owner] += amount;
  }

  /// Lets an amount wait to come free.
  void unstake(int owner, int account, long amount, long releaseNs) {
    staked[owner] -= amount;
    unstaking[account] += amount;
    releasesNs[account] = releaseNs;
  }

  /// Returns what waits to come free of an account's stake.
  long unstaking(int account) {
    return unstaking[account];
  }

  /// Returns when it does.
  long releaseNs(int account) {
    return releasesNs[account];
  }

  /// Returns what may come free by now.
  long releasable(int account, long timeNs) {
    return timeNs >= releasesNs[account] ? unstaking[account] : 0;
  }

  void release(int account, long amount) {
    unstaking[account] -= amount;
  }

  void writeTo(StateSink sink) {
    sink.add(burned).add(fees).add(toSpend).add(slicesLeft);
    for (long before : fundBefore) {
      sink.add(before);
    }
    sink.add(terms == null ? 0 : 1);
    if (terms != null) {
      sink.add(terms.asset()).add(terms.market()).add(terms.treasury()).add(terms.custody());
      sink.add(terms.supply()).add(terms.feeShareE9()).add(terms.fundShareE9());
      sink.add(terms.slices()).add(terms.intervalSeconds()).add(terms.limitE9());
    }
    for (int account = 0; account < accounts; account++) {
      sink.add(staked[account]).add(unstaking[account]).add(releasesNs[account]);
    }
  }

  void readFrom(StateSource source, VenueState state) {
    burned = source.within(0, Long.MAX_VALUE);
    fees = source.within(0, FEES_MAX);
    toSpend = source.within(0, Long.MAX_VALUE);
    slicesLeft = source.within(0, Integer.MAX_VALUE);
    Arrays.setAll(fundBefore, _ -> source.number());
    if (source.flag()) {
      terms = readTerms(source, state);
    }
    for (int account = 0; account < accounts; account++) {
      staked[account] = source.within(0, Long.MAX_VALUE);
      unstaking[account] = source.within(0, Long.MAX_VALUE);
      releasesNs[account] = source.number();
    }
  }

  private static SetExchangeToken readTerms(StateSource source, VenueState state) {
    return new SetExchangeToken(
        source.index(state.assets.assetCount()),
        source.index(state.markets.size()),
        source.index(state.accounts.size()),
        source.index(state.custody.size()),
        source.within(0, Long.MAX_VALUE),
        source.within(0, Exact.ONE_E9),
        source.within(0, Exact.ONE_E9),
        source.within(1, Integer.MAX_VALUE),
        source.within(1, Integer.MAX_VALUE),
        source.within(0, Exact.ONE_E9));
  }
}
