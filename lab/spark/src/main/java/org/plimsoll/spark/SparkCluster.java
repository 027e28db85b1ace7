package org.plimsoll.spark;

import java.io.IOException;
import org.plimsoll.solvency.file.PartSite;
import org.plimsoll.sweep.Cluster;
import org.plimsoll.sweep.RunSite;

/// Apache Spark, in standalone mode.
public final class SparkCluster implements Cluster {
  private final SparkHome home;

  /// Takes Spark from where the launcher put it.
  public SparkCluster() {
    this(SparkHome.ofThisProgram());
  }

  SparkCluster(SparkHome home) {
    this.home = home;
  }

  @Override
  public RunSite at(String address, int atOnce) {
    return new SparkSite(new SparkDriver(home, SparkAddress.of(address, atOnce)));
  }

  @Override
  public PartSite partsAt(String address, int atOnce) {
    return new SparkParts(new SparkDriver(home, SparkAddress.of(address, atOnce)));
  }

  @Override
  public Local start(int port, int workers) throws IOException {
    return LocalNodes.start(home, port, workers);
  }
}
