package org.plimsoll.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.solvency.file.FoldedBook;
import org.plimsoll.solvency.file.PartSite;
import org.plimsoll.solvency.file.PartThreads;
import org.plimsoll.solvency.file.PartedBook;
import org.plimsoll.sweep.SiteFailed;

/// A book in parts, read on Spark in this process.
class SparkPartsTest {
  private static final int PARTS = 5;
  private static final String HEAD =
      """
      book: 1
      title: A venue
      as-of: 2026-01-31
      currency: USD
      subject: venue
      assets:
        - {id: USD, kind: fiat, tier: liquid, price: 1}
      parties:
        - {id: venue, kind: venue}
        - {id: ann, kind: customer}
      tables: {accounts: accounts-*.csv}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("book.yaml"), HEAD);
    for (int part = 0; part < PARTS; part++) {
      Files.writeString(
          folder.resolve("accounts-" + part + ".csv"),
          "id,owner,balances.USD,source\nb%1$d,ann,1.%1$d,s%1$d\na%1$d,ann,-2.%1$d..3,\n"
              .formatted(part));
    }
  }

  private FoldedBook.Result fold(PartSite site) throws IOException {
    return PartedBook.find(folder.toString(), Optional.empty()).orElseThrow().fold(site);
  }

  private PartSite spark(String address) {
    return new SparkCluster(new SparkHome(folder, folder)).partsAt(address, 2);
  }

  @Test
  void aBookReadOnSparkIsTheBookReadOnThreads() throws IOException {
    FoldedBook threads = book(fold(new PartThreads(2)));
    FoldedBook spark = book(fold(spark("local")));
    assertThat(spark.book()).isEqualTo(threads.book());
    assertThat(spark.book().accounts()).hasSize(PARTS + 1);
    assertThat(spark.hash()).isEqualTo(threads.hash());
  }

  @Test
  void whatIsWrongWithAPartIsSaid() throws IOException {
    Files.writeString(folder.resolve("accounts-3.csv"), "id,owner\nx,nobody\n");
    assertThat(fold(spark("local"))).isEqualTo(fold(new PartThreads(1)));
    assertThat(fold(spark("local")).toString()).contains("accounts-3.csv", "no party `nobody`");
  }

  @Test
  void aClusterThatIsNotThereIsSaidToBeSo() {
    assertThatThrownBy(() -> fold(spark("spark://127.0.0.1:1")))
        .isInstanceOf(SiteFailed.class)
        .hasMessageContaining("nobody answers at spark://127.0.0.1:1");
  }

  private static FoldedBook book(FoldedBook.Result result) {
    return switch (result) {
      case FoldedBook.Result.Read(FoldedBook book) -> book;
      case FoldedBook.Result.Refused(var problems) -> throw new AssertionError(problems);
    };
  }
}
