package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareAndLimitsVerbsTest {
  private static final String STRICT = "policy: 1\npolicies: {own-tokens: excluded}\n";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void aVenueThatTakesNoOwnTokenIsSound() throws IOException {
    Path strict = file("strict.yaml", STRICT);
    assertThat(run("compare", "levine-6", "--policy", strict.toString(), "--shock", "FTT=-60%"))
        .isEqualTo(3);
    assertThat(page())
        .contains("strict: 2,000,000 USD would not have been lent, to C.")
        .contains("Insolvent at mark is NO instead of YES")
        .contains("Insolvent at mark, after YES NO")
        .contains("as it is: 1 of 201 borrowers are sold out; 2,000,000 USD of bad debt.")
        .contains("strict: 0 of 200 borrowers are sold out; no bad debt.");
  }

  @Test
  void policiesOfTheSameNameStandInColumnsOfTheirOwn() throws IOException {
    Path one = file("haircut.yaml", STRICT);
    Files.createDirectory(folder.resolve("other"));
    Path other = file("other/haircut.yaml", "policy: 1\n");
    run(
        "compare",
        "levine-8",
        "--policy",
        one.toString(),
        other.toString(),
        "--out",
        folder.resolve("answer").toString());
    assertThat(folder.resolve("answer/answers_by_policy.csv"))
        .content()
        .startsWith("question,as_it_is,haircut_policy,haircut_policy_2");
  }

  @Test
  void aMistakeInAPolicyIsNamedWithItsLine() throws IOException {
    Path wrong = file("wrong.yaml", "policy: 1\npolicies: {exemption: none}\n");
    assertThat(run("compare", "levine-8", "--policy", wrong.toString())).isEqualTo(4);
    assertThat(err.toString())
        .startsWith(wrong + ":2:12: the key `exemption` is not known in policies");
    assertThat(run("compare", "levine-8")).isEqualTo(2);
    assertThat(run("compare", "levine-8", "--policy", folder.resolve("none.yaml").toString()))
        .isEqualTo(4);
  }

  @Test
  void limitsSayWhyAndWriteAPolicyThatCompareReads() {
    String policy = folder.resolve("limits.yaml").toString();
    assertThat(
            run(
                "limits",
                "ftx-2022-11-02",
                "--budget",
                "100m",
                "--policy",
                policy,
                "--fail-on",
                "none"))
        .isZero();
    assertThat(page())
        .contains("FTT: weight 0, cap 0. It is issued by ftx itself")
        .contains("SOL: weight 0.85 = (1 - 0.104) (1 - 0.05), rounded down")
        .contains("Cap 15,800,000 USD: 13,600,000 USD can be sold in 1 day")
        .contains("The policy ends every exemption.");
    assertThat(Path.of(policy)).content().startsWith("policy: 1\n").contains("# SOL: weight 0.85");
    out.getBuffer().setLength(0);
    run("compare", "ftx-2022-11-02", "--policy", policy, "--shock", "SOL=-10.4%");
    assertThat(page()).contains("limits: 0 of 0 borrowers are sold out; no bad debt.");
  }

  @Test
  void whatCannotBeUnderstoodIsNamed() {
    assertThat(run("limits", "levine-8")).isEqualTo(2);
    assertThat(run("limits", "levine-8", "--budget", "much")).isEqualTo(2);
    assertThat(err.toString()).contains("expected an amount such as 100m, not 'much'");
    assertThat(run("limits", "levine-8", "--budget", "1m", "--confidence", "50%")).isEqualTo(2);
    assertThat(err.toString()).contains("expected a part from 90% to below 100%");
    assertThat(run("limits", "levine-8", "--budget", "1m", "--sell-within", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("expected 1 to 365 days, such as 7d, not '0'");
  }

  private String page() {
    return out.toString().replaceAll("\\s+", " ");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int run(String... arguments) {
    return Plimsoll.run(arguments, new PrintWriter(out), new PrintWriter(err));
  }
}
