package org.plimsoll.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.results.JsonText;

/// A commitment as the JSON file that is published.
public final class CommitmentText {
  private static final List<String> MEMBERS =
      List.of("format", "subject", "as_of", "book_hash", "accounts", "root", "assets", "digest");
  private static final List<String> ASSET_MEMBERS =
      List.of(
          "id",
          "decimals",
          "collateral_value",
          "debt_value",
          "liabilities",
          "debts",
          "unsecured_debts");

  private CommitmentText() {}

  /// Returns the text of a commitment.
  public static String of(Commitment commitment) {
    List<Map<String, Object>> assets = new ArrayList<>();
    for (CommittedAsset asset : commitment.assets()) {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("id", asset.terms().id());
      members.put("decimals", asset.terms().decimals());
      members.put("collateral_value", JsonText.decimal(asset.terms().collateralValue()));
      asset
          .terms()
          .debtValue()
          .ifPresent(value -> members.put("debt_value", JsonText.decimal(value)));
      members.put("liabilities", asset.liabilities().toString());
      members.put("debts", asset.debts().toString());
      members.put("unsecured_debts", asset.unsecuredDebts().toString());
      assets.add(members);
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", Commitment.FORMAT);
    tree.put("subject", commitment.subject());
    tree.put("as_of", commitment.asOf());
    tree.put("book_hash", commitment.bookHash());
    tree.put("accounts", commitment.accounts());
    tree.put("root", commitment.root());
    tree.put("assets", assets);
    tree.put("digest", commitment.digest());
    return JsonText.of(tree);
  }

  /// Reads a commitment. That it can be read says nothing of whether it holds.
  public static Reading<Commitment> read(String text) {
    return Mistake.reading(() -> commitment(text));
  }

  private static Commitment commitment(String text) {
    JsonFields fields = JsonFields.of("the commitment", text, MEMBERS);
    fields.require("format", Commitment.FORMAT);
    List<CommittedAsset> assets =
        fields.objects("assets", ASSET_MEMBERS).stream().map(CommitmentText::asset).toList();
    try {
      return new Commitment(
          fields.text("subject"),
          fields.text("as_of"),
          fields.hex("book_hash", Sha256.BYTES),
          fields.count("accounts"),
          fields.hex("root", Sha256.BYTES),
          assets,
          fields.hex("digest", Sha256.BYTES));
    } catch (IllegalArgumentException refused) {
      throw new Mistake("the commitment makes no sense: " + refused.getMessage());
    }
  }

  private static CommittedAsset asset(JsonFields fields) {
    try {
      return new CommittedAsset(
          new AssetTerms(
              fields.text("id"),
              fields.count("decimals"),
              canonical(fields.decimal("collateral_value")),
              fields.optionalDecimal("debt_value").map(CommitmentText::canonical)),
          fields.whole("liabilities"),
          fields.whole("debts"),
          fields.whole("unsecured_debts"));
    } catch (IllegalArgumentException refused) {
      throw new Mistake("the commitment makes no sense: " + refused.getMessage());
    }
  }

  /// Refuses a second spelling of a decimal: the digest binds the number, and the file its text.
  private static BigDecimal canonical(BigDecimal number) {
    if (!number.toPlainString().equals(JsonText.decimal(number))) {
      throw new Mistake("the commitment writes " + JsonText.decimal(number) + " with idle zeros");
    }
    return number;
  }
}
