package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plays, scrubs and reads a run's page in a real browser, in frames as wide as a phone and as a
/// desk.
@Tag("browser")
class RunPageBrowserTest {
  private static final String HARNESS =
      """
      <!DOCTYPE html><meta charset="utf-8"><body>
      <iframe id="w390" width="390" height="800" src="page.html"></iframe>
      <iframe id="w1440" width="1440" height="900" src="page.html"></iframe>
      <pre id="seen"></pre>
      <script>
      const wait = ms => new Promise(done => setTimeout(done, ms));
      const watch = async frame => {
        const page = frame.contentDocument, own = frame.contentWindow, root = page.documentElement;
        const say = (what, value) => {
          document.getElementById('seen').append(frame.id + ' ' + what + ': ' + value + '; ');
        };
        const $ = id => page.getElementById(id), scrub = $('scrub'), now = () => $('now').textContent;
        const key = (name, shiftKey = false) => scrub.dispatchEvent(
            new own.KeyboardEvent('keydown', {key: name, shiftKey, cancelable: true}));
        const values = () =>
            [...page.querySelectorAll('.panel li output')].map(o => o.textContent).join(' ');
        const sheet = () => page.querySelector('#sheet-0 .of').textContent;
        await wait(100);
        say('overflow', Math.max(0, root.scrollWidth - root.clientWidth));
        say('end', now() + ' ' + sheet());
        const height = root.scrollHeight;
        key('Home');
        say('home', now() + ' ' + sheet());
        key('ArrowRight', true);
        say('event', now() + ' ' + $('said').textContent);
        const atEvent = values();
        scrub.value = scrub.max / 2;
        scrub.dispatchEvent(new own.Event('input'));
        say('scrubbed', now() + ' ' + sheet() + ' ' + (values() !== atEvent));
        say('height', root.scrollHeight - height);
        key('+');
        const ticks = [...page.querySelectorAll('#panel-0 .x')].map(x => x.textContent);
        say('a year', ticks.some(words => /^20..-..$/.test(words)));
        const plot = page.querySelector('.plot'), box = plot.getBoundingClientRect();
        plot.dispatchEvent(
            new own.PointerEvent('pointermove', {buttons: 1, clientX: box.left, bubbles: true}));
        const dragged = now();
        say('dragged', dragged);
        $('play').click();
        for (let frames = 0; frames < 500 && now() === dragged; frames++) {
          await new Promise(done => own.requestAnimationFrame(done));
        }
        say('plays', now() > dragged && $('play').textContent.includes('Pause'));
        key(' ');
        const paused = now();
        await wait(200);
        say('pauses', now() === paused && $('play').textContent.includes('Play'));
        const flag = page.querySelector('.flag.given');
        flag.dispatchEvent(new own.PointerEvent('pointerenter'));
        say('flag', $('tip').textContent);
        say('paths', [...page.querySelectorAll('.lines path')].every(path =>
            !/NaN|Infinity/.test(path.getAttribute('d'))));
      };
      addEventListener('load', async () => {
        for (const frame of document.querySelectorAll('iframe')) {
          await watch(frame);
        }
        const seen = document.getElementById('seen').textContent;
        await fetch('seen', {method: 'POST', body: seen + 'done'});
      });
      </script>
      """;

  private static String seen = "";
  private static String console = "";

  @BeforeAll
  static void openThePage(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("page.html"), RunPage.of(InventedRun.outcome(), "0.1"));
    Files.writeString(folder.resolve("harness.html"), HARNESS);
    Path log = folder.resolve("browser.log");
    seen = RealBrowser.posted(folder, log);
    console = Files.readString(log);
  }

  @Test
  void shouldRunWithoutAComplaintOfTheBrowser() {
    assertThat(seen).contains("done");
    assertThat(console).doesNotContain("CONSOLE");
  }

  @Test
  void shouldFitAPhoneAndADesk() {
    assertThat(seen).contains("w390 overflow: 0").contains("w1440 overflow: 0");
  }

  @Test
  void shouldBeginAtTheEnd() {
    assertThat(seen).contains("w390 end: 2022-11-01 00:00 UTC 2022-11-01 00:00");
  }

  @Test
  void shouldFollowKeys() {
    assertThat(seen)
        .contains("w1440 home: 2018-11-01 00:00 UTC 2018-11-01 00:00")
        .contains("w1440 event: 2019-07-31 14:00 UTC 2019-07-31 14:00 The affiliate may go below")
        .contains("w1440 a year: true");
  }

  @Test
  void shouldShowValuesAndTheSheetNearestBeforeTheCursor() {
    assertThat(seen).contains("w1440 scrubbed: 2020-10-31 12:00 UTC 2020-10-31 12:00 true");
  }

  @Test
  void shouldFollowTheMouse() {
    assertThat(seen).contains("w1440 dragged: 2020-01-13");
  }

  @Test
  void shouldPlayAndPause() {
    assertThat(seen)
        .contains("w390 plays: true")
        .contains("w390 pauses: true")
        .contains("w1440 plays: true")
        .contains("w1440 pauses: true");
  }

  @Test
  void shouldNameTheSourceOfAFlag() {
    assertThat(seen).contains("w1440 flag: 2019-07-31 14:00").contains("Source: Testimony");
  }

  @Test
  void shouldKeepItsHeightWhateverTheDate() {
    assertThat(seen).contains("w390 height: 0").contains("w1440 height: 0");
  }

  @Test
  void shouldDrawNothingThatIsNoNumber() {
    assertThat(seen).contains("w390 paths: true").contains("w1440 paths: true");
  }
}
