package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.ecosystem.file.ReadResult;
import org.plimsoll.ecosystem.library.ShippedScenarios;

/// Opens the report of the main scenario, as it runs, in a real browser and plays it.
@Tag("browser")
class MainScenarioPageBrowserTest {
  private static final String HARNESS =
      """
      <!DOCTYPE html><meta charset="utf-8"><body>
      <iframe id="frame" width="1440" height="900" src="page.html"></iframe>
      <script>
      addEventListener('load', async () => {
        const frame = document.getElementById('frame');
        const page = frame.contentDocument, own = frame.contentWindow, root = page.documentElement;
        const now = () => page.getElementById('now').textContent;
        const lines = ['verdict: ' + page.querySelector('h1').textContent];
        lines.push('overflow: ' + Math.max(0, root.scrollWidth - root.clientWidth));
        lines.push('flags: ' + page.querySelectorAll('.flag.given').length);
        lines.push('end: ' + now());
        page.getElementById('scrub').dispatchEvent(
            new own.KeyboardEvent('keydown', {key: 'Home', cancelable: true}));
        const begun = now();
        lines.push('home: ' + begun);
        page.getElementById('play').click();
        for (let frames = 0; frames < 500 && now() === begun; frames++) {
          await new Promise(done => own.requestAnimationFrame(done));
        }
        lines.push('plays: ' + (now() > begun));
        await fetch('seen', {method: 'POST', body: lines.join('; ') + '; done'});
      });
      </script>
      """;

  private static String seen = "";
  private static String console = "";

  @BeforeAll
  static void openThePage(@TempDir Path folder) throws Exception {
    ReadResult.Loaded read = (ReadResult.Loaded) ShippedScenarios.read("ftx-2022");
    String page = RunPage.of(read.scenario().run(1, Map.of()), "0.1");
    Files.writeString(folder.resolve("page.html"), page);
    Files.writeString(folder.resolve("harness.html"), HARNESS);
    Path log = folder.resolve("browser.log");
    seen = RealBrowser.posted(folder, log);
    console = Files.readString(log);
  }

  @Test
  void shouldSayFirstThatWithdrawalsStopped() {
    assertThat(seen).contains("verdict: Withdrawals stopped on ").contains("done");
    assertThat(console).doesNotContain("CONSOLE");
  }

  @Test
  void shouldPlayFromJuly2019ToNovember2022() {
    assertThat(seen)
        .contains("home: 2019-07-01")
        .contains("end: 2022-11-15")
        .contains("plays: true")
        .contains("overflow: 0");
  }

  @Test
  void shouldShowTheEventsThatWerePutIn() {
    assertThat(seen).doesNotContain("flags: 0;");
  }
}
