package org.plimsoll.solvency.file;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.book.Account;

/// Equal accounts that a file writes as one entry: `A` with a count of 100 stands for `A-001` to
/// `A-100`.
///
/// @param id of the group, or of the account where it stands alone
/// @param count how many accounts, at least 1
/// @param first the account that the others equal in everything but the id
record AccountGroup(String id, int count, Account first) {
  /// Returns the id of a member.
  ///
  /// @param group the id of the group
  /// @param number from 1
  /// @param width how many digits the number gets, zeros in front
  static String memberId(String group, int number, int width) {
    String digits = Integer.toString(number);
    return group + "-" + "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  /// Returns accounts as groups, in the same order. Two or more equal neighbors form a group if
  /// their ids are exactly those that the group stands for.
  static List<AccountGroup> groups(List<Account> accounts) {
    List<AccountGroup> groups = new ArrayList<>();
    int at = 0;
    while (at < accounts.size()) {
      AccountGroup group = groupAt(accounts, at);
      groups.add(group);
      at += group.count();
    }
    return groups;
  }

  private static AccountGroup groupAt(List<Account> accounts, int at) {
    Account first = accounts.get(at);
    int dash = first.id().lastIndexOf('-');
    int width = first.id().length() - dash - 1;
    if (dash > 0) {
      String id = first.id().substring(0, dash);
      int count = runLength(accounts, at, id, width);
      if (count > 1 && Integer.toString(count).length() == width) {
        return new AccountGroup(id, count, first);
      }
    }
    return new AccountGroup(first.id(), 1, first);
  }

  private static int runLength(List<Account> accounts, int at, String id, int width) {
    int count = 0;
    while (at + count < accounts.size()
        && isMember(accounts.get(at + count), accounts.get(at), memberId(id, count + 1, width))) {
      count++;
    }
    return count;
  }

  private static boolean isMember(Account account, Account first, String id) {
    return account.id().equals(id)
        && account.owner().equals(first.owner())
        && account.segregated() == first.segregated()
        && account.exemptions().equals(first.exemptions())
        && account.balances().equals(first.balances());
  }
}
