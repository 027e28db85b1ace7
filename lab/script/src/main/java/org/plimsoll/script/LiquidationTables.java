package org.plimsoll.script;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.plimsoll.mirror.VenuePicture;
import org.plimsoll.protocol.LiquidationEvent.LossBorne;
import org.plimsoll.units.Decimals;
import org.plimsoll.units.MarginStage;

/// Who is in liquidation, and who bore what of those who failed.
final class LiquidationTables {
  static final List<String> STAGES = List.of("account", "stage");
  static final List<String> LOSSES =
      List.of("account", "loss", "fund", "capital", "profits", "nobody");

  private LiquidationTables() {}

  static List<List<String>> stages(VenuePicture picture) {
    return picture.accounts().stream()
        .filter(a -> a.stage() != MarginStage.HEALTHY)
        .map(a -> List.of(a.opening().name(), Operands.spelling(a.stage())))
        .toList();
  }

  static List<List<String>> losses(List<LossBorne> losses, Names names) {
    int decimals = names.assets().getFirst().decimals();
    return losses.stream().map(loss -> row(loss, names, decimals)).toList();
  }

  private static List<String> row(LossBorne l, Names names, int decimals) {
    Stream<String> amounts =
        LongStream.of(l.loss(), l.fund(), l.capital(), l.profits(), l.nobody())
            .mapToObj(amount -> Decimals.format(amount, decimals));
    return Stream.concat(Stream.of(names.account(l.account()).name()), amounts).toList();
  }
}
