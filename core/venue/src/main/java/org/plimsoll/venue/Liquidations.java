package org.plimsoll.venue;

import java.util.Arrays;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Who is in liquidation and in which stage, who is spared it by a privilege, and by which
/// waterfall it goes.
final class Liquidations {
  private static final MarginStage[] STAGES = MarginStage.values();
  private static final int NONE = -1;

  LiquidationProfile profile = LiquidationProfile.OFF;
  private final AccountRows rows;
  private boolean[] spared = new boolean[16];
  private int accounts;
  private int[] failing = new int[16];
  private int count;

  Liquidations(AccountRows rows) {
    this.rows = rows;
  }

  void openAccount() {
    if (accounts == spared.length) {
      spared = Arrays.copyOf(spared, accounts * 2);
    }
    accounts++;
  }

  boolean isEmpty() {
    return count == 0;
  }

  boolean has(int account) {
    return stageOf(account) != 0;
  }

  /// Returns the stage as it was last told.
  MarginStage stage(int account) {
    return STAGES[stageOf(account)];
  }

  /// Returns whether this changed the account's stage.
  boolean set(int account, MarginStage stage) {
    if (stage(account) == stage) {
      return false;
    }
    int place = Arrays.binarySearch(failing, 0, count, account);
    if (place < 0) {
      insert(-1 - place, account);
    } else if (stage == MarginStage.HEALTHY) {
      count--;
      System.arraycopy(failing, place + 1, failing, place, count - place);
    }
    rows.set(account, AccountRows.STAGE, stage.ordinal());
    return true;
  }

  /// Returns the next account in liquidation after `account`, or -1.
  int after(int account) {
    int place = Arrays.binarySearch(failing, 0, count, account + 1);
    int next = place < 0 ? -1 - place : place;
    return next < count ? failing[next] : NONE;
  }

  boolean isSpared(int account) {
    return spared[account];
  }

  void spare(int account, boolean isSpared) {
    spared[account] = isSpared;
  }

  void writeTo(StateSink sink) {
    sink.add(profile.ordinal()).add(count);
    for (int i = 0; i < count; i++) {
      sink.add(failing[i]).add(stageOf(failing[i]));
    }
    for (int account = 0; account < accounts; account++) {
      sink.add(spared[account] ? 1 : 0);
    }
  }

  void readFrom(StateSource source) {
    profile = source.oneOf(LiquidationProfile.values());
    int failingCount = source.count(accounts);
    for (int i = 0; i < failingCount; i++) {
      int account = source.index(accounts);
      source.require(!has(account), "an account is in liquidation once");
      set(account, source.oneOf(STAGES));
    }
    for (int account = 0; account < accounts; account++) {
      spared[account] = source.flag();
    }
  }

  private int stageOf(int account) {
    return (int) rows.get(account, AccountRows.STAGE);
  }

  private void insert(int place, int account) {
    if (count == failing.length) {
      failing = Arrays.copyOf(failing, count * 2);
    }
    System.arraycopy(failing, place, failing, place + 1, count - place);
    failing[place] = account;
    count++;
  }
}
