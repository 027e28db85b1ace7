package org.plimsoll.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.server.ReplayServer;
import org.plimsoll.server.ServerSettings;
import org.plimsoll.server.SimulatedHistory;

/// Looks at the history of a run in the page, as people do.
@Tag("browser")
class HistoryBrowserTest {
  @TempDir private Path directory;
  private long commands;
  private ReplayServer server;
  private Browser browser;

  @BeforeEach
  void open() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("run"));
    commands = SimulatedHistory.write("first-market", 4, folder);
    server = new ReplayServer(folder, ServerSettings.sandbox(folder).onPort(0));
    browser = new Browser(Files.createDirectories(directory.resolve("browser")));
    browser.resize(1280, 800);
    browser.open("http://127.0.0.1:" + server.port() + "/");
    browser.awaitText("#link", "a history");
  }

  @AfterEach
  void close() {
    browser.close();
    server.close();
  }

  @Test
  void shouldShowTheReplayAndNothingOfAVenueThatRuns() throws Exception {
    browser.awaitText(".scrub", "of " + "%,d".formatted(commands));
    browser.awaitText(".replay .headline", "(venue)");
    assertThat(browser.ask("String(document.querySelectorAll('#pages a').length)")).isEqualTo("1");
    assertThat(browser.ask("String(document.getElementById('who').hidden)")).isEqualTo("true");
    browser.press("/");
    browser.press("1");
    browser.await("document.body.dataset.page === 'replay'");
    browser.picture(Path.of("target", "pictures", "history.png"));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldScrubAndBranch() throws Exception {
    browser.await("document.querySelector('#branch-go')?.disabled === false");
    String end = browser.ask("document.querySelector('.scrub p').textContent");
    browser.ask(
        "document.querySelector('#replay-number').value = %d;".formatted(commands / 2)
            + "document.querySelector('#replay-number').dispatchEvent(new Event('change')); ''");
    browser.awaitText(".scrub", "after command " + "%,d".formatted(commands / 2));
    assertThat(browser.ask("document.querySelector('.scrub p').textContent")).isNotEqualTo(end);
    browser.ask(
        "document.querySelector('#branch-asset').value = 'BTC';"
            + "document.querySelector('#branch-move').value = -60; ''");
    browser.click("#branch-go");
    browser.awaitText(".branch [role=status]", "; accounts that came into liquidation: ");
    browser.awaitText(".branch tbody", "Equity at mark");
    assertThat(browser.complaints()).isEmpty();
  }
}
