package org.plimsoll.spark;

import java.io.IOException;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.plimsoll.solvency.file.BookPart;
import org.plimsoll.solvency.file.PartFold;
import org.plimsoll.solvency.file.PartSite;

/// Reads parts of a book on Spark, each as a task, at executors that find the folder of the book
/// where this process does. What a killed worker had not handed over is read again.
final class SparkParts implements PartSite {
  private final SparkDriver driver;

  SparkParts(SparkDriver driver) {
    this.driver = driver;
  }

  @Override
  public List<PartFold> fold(List<BookPart> parts) throws IOException {
    try (JavaSparkContext spark = driver.open("plimsoll book")) {
      return driver.await(
          spark, spark.parallelize(parts, parts.size()).map(BookPart::fold).collectAsync());
    }
  }
}
