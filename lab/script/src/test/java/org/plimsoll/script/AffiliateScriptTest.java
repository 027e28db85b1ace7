package org.plimsoll.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Account.Exemption;

/// The book that a privileged account leaves behind names what did not bind it.
class AffiliateScriptTest {
  private static final Path SCRIPT = Path.of("../../golden/scripts/affiliate.script");

  @Test
  void theExportNamesEveryExemptionThatHolds() throws IOException {
    String text = Files.readString(SCRIPT);
    String beforeTheReview = text.substring(0, text.indexOf("# A switch takes"));
    assertThat(exemptions(beforeTheReview, "firm"))
        .containsExactly(
            Exemption.NO_LIQUIDATION, Exemption.NEGATIVE_ALLOWED, Exemption.CREDIT_LINE);
    assertThat(exemptions(beforeTheReview, "fiat-old"))
        .containsExactly(Exemption.NEGATIVE_ALLOWED, Exemption.NO_INTEREST, Exemption.CREDIT_LINE);
    assertThat(exemptions(beforeTheReview, "C-01")).isEmpty();
    assertThat(exemptions(text, "firm")).containsExactly(Exemption.NO_LIQUIDATION);
  }

  @Test
  void theHiddenAccountHasTheFirmAsItsOwner() throws IOException {
    assertThat(account(Files.readString(SCRIPT), "fiat-old").owner()).isEqualTo("firm");
  }

  private static List<Exemption> exemptions(String script, String account) {
    return account(script, account).exemptions();
  }

  private static Account account(String script, String account) {
    ParsedScript parsed = ScriptParser.parse("affiliate.script", script);
    assertThat(parsed).isInstanceOf(ParsedScript.Ready.class);
    ScriptRun run = ScriptRunner.run(((ParsedScript.Ready) parsed).script(), _ -> Optional.empty());
    return run.book().accounts().stream()
        .filter(a -> a.id().equals(account))
        .findFirst()
        .orElseThrow();
  }
}
