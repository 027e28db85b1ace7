package org.plimsoll.server.keys;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the lines of a [KeyFile] say.
final class KeyLines implements KeyFile.Reader {
  private static final Pattern CREATE =
      Pattern.compile(
          "create ([0-9]{1,9}) sha256=([0-9a-f]{64}) owner=([0-9]{1,9}) bound=(-|[0-9]{1,9})"
              + " scopes=([A-Z]+(?:,[A-Z]+)*)");
  private static final Pattern REVOKE = Pattern.compile("revoke ([0-9]{1,9})");
  private static final List<String> SCOPES =
      Arrays.stream(Scope.values()).map(Scope::name).toList();

  private final TreeMap<Integer, StoredKey> keys = new TreeMap<>();

  static String create(StoredKey key) {
    Grant grant = key.grant();
    String bound = grant.boundTo().isPresent() ? "" + grant.boundTo().getAsInt() : "-";
    String scopes = grant.scopes().stream().map(Scope::name).collect(Collectors.joining(","));
    return "create "
        + key.id()
        + (" sha256=" + key.hash())
        + (" owner=" + grant.owner())
        + (" bound=" + bound)
        + (" scopes=" + scopes);
  }

  static String revoke(int id) {
    return "revoke " + id;
  }

  Collection<StoredKey> keys() {
    return keys.values();
  }

  @Override
  public String on(String content) {
    Matcher create = CREATE.matcher(content);
    if (create.matches()) {
      return onCreate(create);
    }
    Matcher revoke = REVOKE.matcher(content);
    return revoke.matches() ? onRevoke(Integer.parseInt(revoke.group(1))) : "is no line of keys";
  }

  private String onCreate(Matcher line) {
    int id = Integer.parseInt(line.group(1));
    List<String> scopes = List.of(line.group(5).split(",", -1));
    if (id != keys.size() + 1) {
      return "creates key " + id + " where " + (keys.size() + 1) + " is next";
    }
    if (!SCOPES.containsAll(scopes)) {
      return "has a scope that is none of " + SCOPES;
    }
    Set<Scope> named = EnumSet.noneOf(Scope.class);
    scopes.forEach(scope -> named.add(Scope.valueOf(scope)));
    String bound = line.group(4);
    OptionalInt boundTo =
        bound.equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(bound));
    Grant grant = new Grant(Integer.parseInt(line.group(3)), boundTo, named);
    keys.put(id, new StoredKey(id, line.group(2), grant, false));
    return "";
  }

  private String onRevoke(int id) {
    StoredKey key = keys.get(id);
    if (key == null || key.isRevoked()) {
      return "revokes key " + id + ", which is not in use";
    }
    keys.put(id, key.revoked());
    return "";
  }
}
