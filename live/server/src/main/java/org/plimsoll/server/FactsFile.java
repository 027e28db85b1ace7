package org.plimsoll.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.mirror.Surroundings.AssetFacts;
import org.plimsoll.results.JsonText;
import org.plimsoll.server.solvency.LiveFacts;
import org.plimsoll.solvency.book.Asset;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a history does not know of its venue, in a file beside it.
public final class FactsFile {
  /// What it is called.
  static final String NAME = "facts.json";

  private static final int VERSION = 1;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private FactsFile() {}

  /// Writes it.
  ///
  /// @param folder of the history
  /// @throws IOException if the machine refuses
  public static void write(Path folder, LiveFacts facts) throws IOException {
    Map<String, Object> assets = new LinkedHashMap<>();
    new TreeMap<>(facts.assets()).forEach((code, asset) -> assets.put(code, tree(asset)));
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("facts", VERSION);
    tree.put("venue", facts.venue());
    tree.put("related", List.copyOf(facts.related()));
    tree.put("assets", assets);
    Files.writeString(folder.resolve(NAME), JsonText.of(tree));
  }

  private static Map<String, Object> tree(AssetFacts asset) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("kind", word(asset.kind()));
    tree.put("tier", word(asset.tier()));
    tree.put("own", asset.issuer().isPresent());
    return tree;
  }

  /// Reads it.
  ///
  /// @throws ServerRefusal if it makes no sense
  /// @throws IOException if it cannot be read
  static LiveFacts read(Path folder) throws ServerRefusal, IOException {
    Path file = folder.resolve(NAME);
    JsonNode root;
    try {
      root = MAPPER.readTree(Files.readAllBytes(file));
    } catch (JacksonException malformed) {
      throw new ServerRefusal(file + ": it is no JSON");
    }
    if (root.path("facts").asInt(0) != VERSION) {
      throw new ServerRefusal(file + ": its version is not " + VERSION);
    }
    SortedSet<String> related = new TreeSet<>(texts(root.path("related")));
    SortedMap<String, AssetFacts> assets = new TreeMap<>();
    for (String code : root.path("assets").propertyNames()) {
      assets.put(code, asset(file, root.path("assets").path(code)));
    }
    return new LiveFacts(root.path("venue").asString(""), related, assets);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asString("")));
    return texts;
  }

  private static AssetFacts asset(Path file, JsonNode json) throws ServerRefusal {
    return new AssetFacts(
        one(file, Asset.Kind.values(), json.path("kind").asString("")),
        one(file, Asset.Tier.values(), json.path("tier").asString("")),
        json.path("own").asBoolean(false) ? Optional.of(LiveFacts.SUBJECT) : Optional.empty());
  }

  private static <E extends Enum<E>> E one(Path file, E[] all, String word) throws ServerRefusal {
    for (E each : all) {
      if (word(each).equals(word)) {
        return each;
      }
    }
    throw new ServerRefusal(file + ": '" + word + "' is not known");
  }

  private static String word(Enum<?> each) {
    return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
