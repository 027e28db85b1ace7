package org.plimsoll.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plimsoll.results.JsonText;

/// A proof as one line of JSON.
///
/// The text of a sibling is kept while the next proof shows the same one: the nodes near the root
/// stand in thousands of proofs in a row, and making their text anew would be most of the work.
public final class ProofText {
  private static final String FORMAT = "plimsoll-proof-1";
  private static final List<String> MEMBERS =
      List.of("format", "commitment", "id", "salt", "index", "owed", "debts", "path");
  private static final List<String> STEP_MEMBERS = List.of("hash", "owed", "debts");

  private final List<Sibling> shown = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  /// Returns the line of a proof, without a line break.
  public String line(Proof proof) {
    StringBuilder line = new StringBuilder();
    line.append("{\"format\":\"" + FORMAT + "\",\"commitment\":\"").append(proof.commitment());
    line.append("\",\"id\":").append(JsonText.of(proof.leaf().id()).stripTrailing());
    line.append(",\"salt\":\"").append(proof.leaf().salt());
    line.append("\",\"index\":").append(proof.path().index()).append(',');
    line.append(columns(proof.leaf().balances())).append(",\"path\":[");
    List<Sibling> siblings = proof.path().siblings();
    for (int level = 0; level < siblings.size(); level++) {
      line.append(level == 0 ? "" : ",").append(text(level, siblings.get(level)));
    }
    return line.append("]}").toString();
  }

  /// Reads a proof. That it can be read says nothing of whether it holds.
  public static Reading<Proof> read(String text) {
    return Mistake.reading(() -> proof(text));
  }

  @SuppressWarnings("ReferenceEquality") // a stale text costs time alone, a comparison always does
  private String text(int level, Sibling sibling) {
    if (level == shown.size()) {
      shown.add(sibling);
      texts.add(text(sibling));
    } else if (shown.get(level) != sibling) {
      shown.set(level, sibling);
      texts.set(level, text(sibling));
    }
    return texts.get(level);
  }

  private static String text(Sibling sibling) {
    return "{\"hash\":\"" + sibling.hash() + "\"," + columns(sibling.sums()) + "}";
  }

  private static String columns(List<BigInteger> numbers) {
    int assets = numbers.size() / 2;
    return "\"owed\":"
        + list(numbers.subList(0, assets))
        + ",\"debts\":"
        + list(numbers.subList(assets, 2 * assets));
  }

  private static String list(List<BigInteger> numbers) {
    return numbers.stream()
        .map(number -> "\"" + number + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static Proof proof(String text) {
    JsonFields fields = JsonFields.of("the proof", text, MEMBERS);
    fields.require("format", FORMAT);
    List<Sibling> siblings = new ArrayList<>();
    for (JsonFields step : fields.objects("path", STEP_MEMBERS)) {
      siblings.add(new Sibling(step.hex("hash", Sha256.BYTES), columns(step)));
    }
    String id = fields.text("id");
    if (id.isEmpty()) {
      throw new Mistake("the proof's id is empty");
    }
    return new Proof(
        fields.hex("commitment", Sha256.BYTES),
        new Leaf(id, fields.hex("salt", Sha256.BYTES), columns(fields)),
        new InclusionPath(fields.count("index"), siblings));
  }

  private static List<BigInteger> columns(JsonFields fields) {
    List<BigInteger> owed = fields.wholes("owed");
    List<BigInteger> debts = fields.wholes("debts");
    if (owed.size() != debts.size()) {
      throw new Mistake(
          "the proof has " + owed.size() + " sums owed and " + debts.size() + " debts");
    }
    return Stream.concat(owed.stream(), debts.stream()).toList();
  }
}
