package org.plimsoll.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.results.JsonText;

/// Opens the page that checks proofs in a real browser, in frames as wide as a phone and as a desk,
/// puts good and bad proofs into it, and reads what it says: with the browser's own SHA-256, and
/// with the page's.
@Tag("browser")
class VerifyPageBrowserTest {
  private static final String BOOK =
      """
      book: 1
      title: "Three accounts"
      as-of: 2026-01-31
      currency: USD
      subject: harbor
      assets:
        - {id: BTC, kind: coin, tier: liquid, price: 60000, weights: {initial: 0.9, total: 0.95, imf-factor: 0}}
        - {id: USD, kind: fiat, tier: liquid, price: 1, weights: {initial: 1, total: 1, imf-factor: 0}}
      parties:
        - {id: harbor, kind: venue}
        - {id: c, kind: customer}
      accounts:
        - {id: ann, owner: c, balances: {BTC: 1.5, USD: -10000.25}}
        - {id: bob, owner: c, balances: {BTC: 0, USD: 123456789012345.67}}
        - {id: cid, owner: c, balances: {BTC: 0.00000001}}
      """;

  private static final String HARNESS =
      """
      <!DOCTYPE html><meta charset="utf-8"><body>
      <iframe id="w390" width="390" height="800" src="verify.html"></iframe>
      <iframe id="w1280" width="1280" height="800" src="verify.html"></iframe>
      <pre id="seen"></pre>
      <script src="cases.js"></script>
      <script>
      const pause = () => new Promise(resolve => setTimeout(resolve, 5));
      async function ask(frame, one) {
        const page = frame.contentDocument, verdict = page.getElementById('verdict');
        verdict.hidden = true;
        for (const field of ['commitment', 'proof', 'user']) page.getElementById(field).value = one[field];
        page.querySelector('button').click();
        for (let i = 0; verdict.hidden && i < 500; i++) await pause();
        const root = page.documentElement, over = Math.max(0, root.scrollWidth - root.clientWidth);
        return verdict.className + ': ' + verdict.innerText.replace(/\\s+/g, ' ') + ' [overflow ' + over + ']';
      }
      addEventListener('load', async () => {
        let seen = '';
        for (const frame of document.querySelectorAll('iframe')) {
          for (const own of [false, true]) {
            if (own) Object.defineProperty(frame.contentWindow.crypto, 'subtle', { value: undefined });
            for (const one of cases) seen += frame.id + ' ' + own + ' ' + one.name + ' = ' + await ask(frame, one) + '\\n';
          }
        }
        document.getElementById('seen').textContent = seen + 'done';
      });
      </script>
      """;

  private final List<Map<String, String>> cases = new ArrayList<>();
  private final Map<String, String> expected = new LinkedHashMap<>();

  @TempDir private Path folder;

  @Test
  void shouldSayOfEachProofWhetherItHoldsAndWhy() throws Exception {
    Commitment commitment =
        new ProofFolder(folder).write(Books.snapshot(Books.read(BOOK)), Salts.ofSeed("browser"));
    String published = CommitmentText.of(commitment);
    List<String> lines = Files.readAllLines(folder.resolve("private/proofs.jsonl"));
    addCases(published, lines);
    String seen = seen();
    for (String width : List.of("w390", "w1280")) {
      for (String own : List.of("false", "true")) {
        expected.forEach((name, says) ->
            assertThat(seen)
                .containsPattern(
                    width + " " + own + " " + name + " = " + says + ".*\\[overflow 0]\n"));
      }
    }
    assertThat(seen).contains("\ndone");
  }

  private void addCases(String published, List<String> lines) throws IOException {
    String ann = lines.getFirst();
    String counted = "holds: You were counted harbor counted ann as of 2026-01-31";
    add("good", published, ann, "ann", counted + "\\. you are owed, BTC 1\\.5 of 1\\.50000001");
    add("unnamed", published, ann, "", counted + "\\. Is that your account\\?");
    String bob = "holds: You were counted harbor counted bob.*123456789012345\\.67 of";
    add("large", published, lines.get(1), "bob", bob);
    add("other user", published, lines.get(1), "ann", fails("the proof is for bob, not for ann"));
    String root = fails("the path does not lead to the published root");
    add("leaf", published, ann.replaceFirst("\"owed\":\\[\"150", "\"owed\":[\"151"), "ann", root);
    String negative = ann.replaceFirst("\"owed\":\\[\"", "\"owed\":[\"-");
    add("negative", published, negative, "ann", fails("the account has the negative number -1"));
    String path = ann.substring(ann.indexOf("\"path\""));
    String hidden = path.replaceFirst("\"owed\":\\[\"0\"", "\"owed\":[\"-480\"");
    String step = fails("step 1 of the path has the negative number -480");
    add("negative sibling", published, ann.replace(path, hidden), "ann", step);
    String swapped = path.replaceFirst("\\[(\\{.*}),(\\{.*})]", "[$2,$1]");
    add("swapped", published, ann.replace(path, swapped), "ann", "fails: ");
    String shorter = path.replaceFirst(",\\{.*}]", "]");
    String steps = fails("the path has 1 steps, and this tree has 2");
    add("short", published, ann.replace(path, shorter), "ann", steps);
    String place = fails("there is no account at place 3");
    add("pad", published, ann.replace("\"index\":0", "\"index\":3"), "ann", place);
    String smaller = published.replaceFirst("\"liabilities\" : \"1", "\"liabilities\" : \"");
    String changed = fails("the commitment was changed: its digest is that of another one");
    add("total", smaller, ann, "ann", changed);
    String other =
        CommitmentText.of(
            new ProofFolder(folder.resolve("other"))
                .write(Books.snapshot(Books.read(BOOK)), Salts.ofSeed("other")));
    add("other", other, ann, "ann", fails("the proof belongs to another commitment"));
    addDummyUser();
    add("no json", published, "hello", "ann", unreadable("the proof is not JSON"));
    String twice = ann.replace("\"index\":0", "\"index\":1,\"index\":0");
    add("twice", published, twice, "ann", unreadable("the proof has a member twice"));
    String more = ann.replace("\"index\":0", "\"index\":0,\"more\":0");
    add("more", published, more, "ann", unreadable("the proof has an unknown member `more`"));
    String upper = ann.replaceFirst("\"salt\":\"[0-9a-f]{4}", "\"salt\":\"ABCD");
    add("upper", published, upper, "ann", unreadable("the proof's salt has another form"));
    add("nothing", "", "", "", unreadable("the commitment is not JSON"));
  }

  /// A tree that a dishonest venue built: one account owes what its collateral is not worth.
  private void addDummyUser() throws IOException {
    DummyUser dummy = DummyUser.build(folder.resolve("dummy"));
    add(
        "dummy",
        CommitmentText.of(dummy.commitment()),
        new ProofText().line(dummy.proof()),
        "dummy",
        fails("the account's collateral after haircuts is worth less than its debts"));
  }

  private static String fails(String reason) {
    return "fails: The proof does not hold " + reason;
  }

  private static String unreadable(String reason) {
    return "unreadable: This cannot be read " + reason;
  }

  private void add(String name, String commitment, String proof, String user, String says) {
    Map<String, String> one = new LinkedHashMap<>();
    one.put("name", name);
    one.put("commitment", commitment);
    one.put("proof", proof);
    one.put("user", user);
    cases.add(one);
    expected.put(name, says);
  }

  private String seen() throws Exception {
    Files.writeString(folder.resolve("harness.html"), HARNESS);
    Files.writeString(folder.resolve("cases.js"), "const cases = " + JsonText.of(cases));
    Path log = folder.resolve("browser.log");
    String document = documentSeenBy(browser(), log);
    assertThat(Files.readString(log)).doesNotContain("CONSOLE");
    return document;
  }

  private String documentSeenBy(String browser, Path log) throws Exception {
    List<String> command = new ArrayList<>(List.of(browser, "--headless", "--no-sandbox"));
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
            "--virtual-time-budget=60000",
            "--window-size=1700,1000",
            "--user-data-dir=" + folder.resolve("profile"),
            "--dump-dom",
            folder.resolve("harness.html").toUri().toString()));
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
  private static String browser() {
    return Optional.ofNullable(System.getenv("PLIMSOLL_BROWSER"))
        .orElseThrow(() -> new AssertionError("no browser is named: run ./check --all"));
  }
}
