package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The browser of this machine. It opens a harness page that measures what its frames show and
/// writes it into its own document, which the browser prints, so no driver is needed beside it.
final class RealBrowser {
  private RealBrowser() {}

  /// Opens `harness.html` in `folder` and returns its document when its script is done.
  ///
  /// @param log where the browser writes what its console says
  /// @param options beside those that every page needs
  static String document(Path folder, Path log, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of(program(), "--headless", "--no-sandbox"));
    command.addAll(
        List.of(
            "--disable-gpu",
            "--disable-quic",
            "--disable-sync",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
            "--allow-file-access-from-files",
            "--enable-logging=stderr",
            "--window-size=1900,1000",
            "--user-data-dir=" + folder.resolve("profile")));
    command.addAll(List.of(options));
    command.addAll(List.of("--dump-dom", folder.resolve("harness.html").toUri().toString()));
    Path document = folder.resolve("document.html");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(document.toFile())
            .redirectError(log.toFile())
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("the browser ends within a minute").isTrue();
    return Files.readString(document);
  }

  /// `./check --all` looks for a browser and says which it found.
  private static String program() {
    return Optional.ofNullable(System.getenv("PLIMSOLL_BROWSER"))
        .orElseThrow(() -> new AssertionError("no browser is named: run ./check --all"));
  }
}
