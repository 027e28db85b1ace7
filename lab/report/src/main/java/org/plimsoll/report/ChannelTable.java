package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plimsoll.results.Table;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.loadline.MarginalSpiral;
import org.plimsoll.solvency.spiral.SpiralGain.Channel;

/// `R` of an asset by the ways in which a lower price forces sales, for assets of which a book
/// tells more of them than loans.
final class ChannelTable {
  private ChannelTable() {}

  /// Returns whether the book tells of another channel than loans.
  static boolean isAnyTold(MarginalSpiral spiral) {
    return told(spiral).anyMatch(channel -> channel != Channel.LIQUIDATION);
  }

  private static Stream<Channel> told(MarginalSpiral spiral) {
    return Stream.of(Channel.values()).filter(channel -> isTold(spiral, channel));
  }

  /// Loans are told even where there are none.
  private static boolean isTold(MarginalSpiral spiral, Channel channel) {
    return switch (channel) {
      case LIQUIDATION -> true;
      case OWN_TOKEN -> spiral.others().ownToken().isPresent();
      case RUN -> spiral.others().run().isPresent();
      case LEVERAGED_TOKENS -> !spiral.others().leveragedTokens().isEmpty();
    };
  }

  /// Returns which channels the gain has, and which the book does not tell; nothing where it tells
  /// loans only.
  static String words(MarginalSpiral spiral) {
    if (!isAnyTold(spiral)) {
      return "";
    }
    List<String> in = new ArrayList<>();
    List<String> out = new ArrayList<>();
    for (Channel channel : Channel.values()) {
      double gain = spiral.withoutExemptions().of(channel);
      if (!isTold(spiral, channel)) {
        out.add(name(channel));
      } else if (Double.isFinite(gain)) {
        in.add(CellWords.model(gain) + " by " + name(channel));
      } else {
        in.add(name(channel) + " without limit");
      }
    }
    return " ("
        + Wording.list(in)
        + (out.isEmpty() ? "" : "; the book tells nothing of " + Wording.list(out))
        + ")";
  }

  /// Returns a row for each channel that is told, and one for their sum.
  static Table of(List<MarginalSpiral> careful, List<MarginalSpiral> favorable) {
    Rows rows = new Rows("spiral_channels");
    for (MarginalSpiral worst : careful) {
      if (isAnyTold(worst)) {
        Optional<MarginalSpiral> best = SpiralSection.find(favorable, worst.asset());
        told(worst)
            .forEach(channel -> {
              rows.text("asset", worst.asset())
                  .text("channel", name(channel))
                  .text("formula", formula(channel));
              range(rows, "r", best.map(b -> b.gain().of(channel)), worst.gain().of(channel));
              range(
                  rows,
                  "r_nobody_exempt",
                  best.map(b -> b.withoutExemptions().of(channel)),
                  worst.withoutExemptions().of(channel));
              rows.end();
            });
        rows.text("asset", worst.asset()).text("channel", "sum").text("formula", "R");
        range(rows, "r", best.map(b -> b.gain().total()), worst.gain().total());
        range(
            rows,
            "r_nobody_exempt",
            best.map(b -> b.withoutExemptions().total()),
            worst.withoutExemptions().total());
        rows.end();
      }
    }
    return rows.table();
  }

  private static void range(Rows rows, String column, Optional<Double> low, double high) {
    rows.modelRange(column, low.orElse(0.0), high);
  }

  private static String name(Channel channel) {
    return switch (channel) {
      case LIQUIDATION -> "liquidations";
      case OWN_TOKEN -> "its issuer's equity";
      case RUN -> "withdrawals";
      case LEVERAGED_TOKENS -> "leveraged tokens";
    };
  }

  private static String formula(Channel channel) {
    return switch (channel) {
      case LIQUIDATION -> "sum of q l / ((1 - l) M)";
      case OWN_TOKEN -> "phi h / N";
      case RUN -> "claims k sold / (p M)";
      case LEVERAGED_TOKENS -> "sum of L (L - 1) NAV / (p M)";
    };
  }
}
