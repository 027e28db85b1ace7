package org.plimsoll.solvency.file;

import java.math.BigDecimal;
import java.util.List;
import java.util.StringJoiner;
import org.plimsoll.solvency.book.LossRules;
import org.plimsoll.solvency.book.Policies;
import org.plimsoll.solvency.book.WithdrawalRules;
import org.plimsoll.solvency.policy.Policy;
import org.plimsoll.text.Yaml;

/// Writes rules in their canonical spelling, for books and for policy files.
public final class PolicyText {
  private PolicyText() {}

  /// Returns the file of a policy: [PolicyReader] reads it back to the same rules over any book
  /// that names its assets.
  ///
  /// @param remarks why it is as it is; each becomes a comment
  public static String file(Policy policy, List<String> remarks) {
    StringBuilder text = new StringBuilder("policy: 1\n");
    if (!policy.title().isEmpty()) {
      text.append("title: ").append(Yaml.quoted(policy.title())).append('\n');
    }
    remarks.forEach(remark -> text.append("# ").append(remark).append('\n'));
    text.append(policies(policy.policies()));
    if (!policy.weights().isEmpty()) {
      text.append("weights:\n");
      policy
          .weights()
          .forEach((asset, weights) ->
              text.append("  ")
                  .append(Yaml.text(asset))
                  .append(": ")
                  .append(BookWriter.weights(weights))
                  .append('\n'));
    }
    return text.toString();
  }

  /// Returns the line of a book or of a policy file; what is not said is left out.
  static String policies(Policies rules) {
    StringJoiner entry = Yaml.mapping();
    entry.add("custody: " + Yaml.word(rules.custody()));
    entry.add("account-recovery: " + Yaml.number(rules.accountRecovery()));
    if (rules.exemptions() != Policies.DEFAULT.exemptions()) {
      entry.add("exemptions: " + Yaml.word(rules.exemptions()));
    }
    if (rules.ownTokens() != Policies.DEFAULT.ownTokens()) {
      entry.add("own-tokens: " + Yaml.word(rules.ownTokens()));
    }
    if (!rules.caps().isEmpty()) {
      StringJoiner caps = Yaml.mapping();
      rules.caps().forEach((asset, cap) -> caps.add(Yaml.text(asset) + ": " + Yaml.number(cap)));
      entry.add("caps: " + caps);
    }
    if (!rules.losses().equals(LossRules.NONE)) {
      entry.add("losses: " + losses(rules.losses()));
    }
    if (!rules.withdrawals().equals(WithdrawalRules.NONE)) {
      entry.add("withdrawals: " + withdrawals(rules.withdrawals()));
    }
    return "policies: " + entry + "\n";
  }

  private static String losses(LossRules losses) {
    StringJoiner entry = Yaml.mapping();
    entry.add("order: " + losses.order().name());
    addAmount(entry, "backstop", losses.backstop());
    addAmount(entry, "insurance-fund", losses.insuranceFund());
    addAmount(entry, "venue-capital", losses.venueCapital());
    return entry.toString();
  }

  private static String withdrawals(WithdrawalRules rules) {
    StringJoiner entry = Yaml.mapping();
    entry.add("per-day: " + Yaml.number(rules.perDay()));
    entry.add("queue: " + Yaml.word(rules.queue()));
    addAmount(entry, "fee", rules.fee());
    return entry.toString();
  }

  private static void addAmount(StringJoiner entry, String key, BigDecimal amount) {
    if (amount.signum() != 0) {
      entry.add(key + ": " + Yaml.number(amount));
    }
  }
}
