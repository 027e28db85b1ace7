package org.plimsoll.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Column;
import org.plimsoll.results.Column.Kind;
import org.plimsoll.results.Table;

/// The indices of functions for which they are known exactly.
class SensitivityTest {
  private static final double A = 7;
  private static final double B = 0.1;
  private static final int BLOCKS = 4_096;

  @TempDir private Path folder;

  private static SweepPlan plan(int runs, Variation... variations) {
    return new SweepPlan(
        "s", "h", "./plimsoll simulate s", runs, 5, Sampling.SOBOL, Map.of(), List.of(variations));
  }

  /// Ishigami and Homma 1990: sin x + A sin(y)^2 + B z^4 sin x.
  private static double ishigami(Map<String, String> settings) {
    double x = Double.parseDouble(settings.getOrDefault("x", ""));
    double y = Double.parseDouble(settings.getOrDefault("y", ""));
    double z = Double.parseDouble(settings.getOrDefault("z", ""));
    return Math.sin(x) + A * Math.pow(Math.sin(y), 2) + B * Math.pow(z, 4) * Math.sin(x);
  }

  @Test
  void theIndicesOfIshigamisFunctionAreThoseThatAreKnown() {
    SweepPlan plan =
        plan(
            8 * BLOCKS,
            new Variation("x", -Math.PI, Math.PI),
            new Variation("y", -Math.PI, Math.PI),
            new Variation("z", -Math.PI, Math.PI));
    List<List<Cell>> rows = new ArrayList<>();
    plan.settings().forEach(each -> rows.add(List.of(new Cell.Model(ishigami(each)))));
    Table indices = Sensitivity.of(plan, List.of(new Column("f", Kind.MODEL)), rows);

    double pi4 = Math.pow(Math.PI, 4);
    double ofX = Math.pow(1 + B * pi4 / 5, 2) / 2;
    double ofY = A * A / 8;
    double ofXAndZ = B * B * pi4 * pi4 * (1.0 / 18 - 1.0 / 50);
    double all = ofX + ofY + ofXAndZ;
    assertIndices(indices.rows().get(0), "x", ofX / all, (ofX + ofXAndZ) / all);
    assertIndices(indices.rows().get(1), "y", ofY / all, ofY / all);
    assertIndices(indices.rows().get(2), "z", 0, ofXAndZ / all);
  }

  private static void assertIndices(List<Cell> row, String setting, double first, double total) {
    assertThat(row.get(1)).isEqualTo(new Cell.Text(setting));
    assertThat(value(row.get(2))).as("first order").isEqualTo(first, within(0.02));
    assertThat(value(row.get(4))).as("total").isEqualTo(total, within(0.02));
    assertThat(value(row.get(3))).as("error").isBetween(0.0, 0.1);
    assertThat(value(row.get(5))).as("error").isBetween(0.0, 0.1);
  }

  private static double value(Cell cell) {
    return ((Cell.Model) cell).value();
  }

  @Test
  void theSameRunsGiveTheSameTable() {
    SweepPlan plan = plan(40, new Variation("x", 0, 1));
    List<List<Cell>> rows = new ArrayList<>();
    plan.settings().forEach(each -> rows.add(List.of(new Cell.Model(each.hashCode()))));
    List<Column> columns = List.of(new Column("f", Kind.MODEL));

    assertThat(Sensitivity.of(plan, columns, rows)).isEqualTo(Sensitivity.of(plan, columns, rows));
  }

  @Test
  void theRunsOfABlockHaveOneSeed() {
    SweepPlan plan = plan(12, new Variation("x", 0, 1), new Variation("y", 0, 1));

    assertThat(plan.seed(0)).isEqualTo(5).isEqualTo(plan.seed(5));
    assertThat(plan.seed(6)).isEqualTo(6).isEqualTo(plan.seed(11));
  }

  @Test
  void runsThatMakeNoWholeBlocksAreRefused() {
    assertThatThrownBy(() -> plan(13, new Variation("x", 0, 1), new Variation("y", 0, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("13 is none of 6");
    assertThatThrownBy(() -> plan(4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("none varies");
  }

  @Test
  void aSweepWritesTheTable() throws IOException {
    SmallScenario.sweep(SmallScenario.plan(60, Sampling.SOBOL), SmallScenario::run, folder)
        .run(new Threads(2), _ -> {});

    assertThat(SmallScenario.files(folder).getOrDefault("sensitivity.csv", ""))
        .startsWith("figure,setting,first_order,first_order_error,total,total_error\nhole,walk.")
        .doesNotContain("set_walk");
    assertThat(SmallScenario.files(folder).getOrDefault("manifest.json", ""))
        .contains("sensitivity.csv", "sensitivity.json");
  }
}
