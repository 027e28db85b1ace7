package org.plimsoll.bench.orders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.plimsoll.bench.orders.PassProcess.Pass;
import org.plimsoll.bench.orders.VenueTrial.Market;
import org.plimsoll.host.HostRefusal;

/// A host's part of [PipelineContest], in a process of its own: for every folder that it reads it
/// journals the stream there and answers with one line.
public final class HostPasses {
  private HostPasses() {}

  /// Plays the stream of a file, once for every line of standard input.
  public static void main(String... arguments) throws IOException, HostRefusal {
    StreamFile.Recorded recorded = StreamFile.read(Path.of(arguments[0]));
    int accounts = recorded.accounts();
    VenueTrial inMemory =
        new VenueTrial(new VenueTrial.Plan(recorded.stream(), Market.PERPETUAL, accounts, 0));
    inMemory.run();
    HostTape tape = HostTape.of(recorded.stream(), Market.PERPETUAL, accounts);
    BufferedReader folders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String folder = folders.readLine(); folder != null; folder = folders.readLine()) {
      double rate = HostContest.journal(tape, Path.of(folder));
      HostContest.replay(tape, Path.of(folder));
      System.out.println(new Pass(rate, inMemory.trades(), inMemory.fingerprint()));
    }
  }
}
