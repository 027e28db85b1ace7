package org.plimsoll.server.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;

/// The keys of a venue, in two files of its data directory: `keys.txt` says what each may, and
/// `master.key` is what their secrets are derived from. Neither a key's text nor its secret is
/// stored, so both can be shown only once.
///
/// Any thread may call it.
public final class ApiKeys {
  /// The most keys that a venue ever has, counting those that are revoked.
  public static final int KEYS_MAX = 100_000;

  private static final int KEY_BYTES = 30;

  private final MasterSecret master;
  private final KeyFile file;
  private final SecureRandom random;
  private final int keysMax;
  private final Sessions sessions = new Sessions();
  private final ReentrantLock changing = new ReentrantLock();
  private final ConcurrentMap<String, StoredKey> byHash = new ConcurrentHashMap<>();
  private final ConcurrentNavigableMap<Integer, StoredKey> byId = new ConcurrentSkipListMap<>();

  private ApiKeys(MasterSecret master, KeyFile file, SecureRandom random, int keysMax) {
    this.master = master;
    this.file = file;
    this.random = random;
    this.keysMax = keysMax;
  }

  /// Reads the keys of a directory, or makes its files on the first start.
  ///
  /// @param random what keys are drawn from
  /// @throws KeyRefusal if a file is damaged, or others than its owner may read or write it; it
  ///   names the file and the line
  /// @throws IOException if a file cannot be read or written
  public static ApiKeys open(Path directory, SecureRandom random) throws IOException, KeyRefusal {
    return open(directory, random, KEYS_MAX);
  }

  static ApiKeys open(Path directory, SecureRandom random, int keysMax)
      throws IOException, KeyRefusal {
    KeyLines lines = new KeyLines();
    boolean isNew = !KeyFile.existsIn(directory) && !MasterSecret.existsIn(directory);
    MasterSecret master =
        isNew ? MasterSecret.create(directory, random) : MasterSecret.read(directory);
    KeyFile file =
        KeyFile.existsIn(directory) ? KeyFile.read(directory, lines) : KeyFile.create(directory);
    ApiKeys keys = new ApiKeys(master, file, random, keysMax);
    lines.keys().forEach(keys::keep);
    return keys;
  }

  /// Creates a key, and returns when it is on the disk.
  ///
  /// @throws KeyRefusal if there are as many as there may be
  /// @throws IOException if it cannot be kept; then there is no such key
  public Issued create(Grant grant) throws IOException, KeyRefusal {
    byte[] drawn = new byte[KEY_BYTES];
    random.nextBytes(drawn);
    String text = Base64.getUrlEncoder().encodeToString(drawn);
    changing.lock();
    try {
      int id = byId.size() + 1;
      if (id > keysMax) {
        throw new KeyRefusal("there are " + keysMax + " keys already, and never more");
      }
      StoredKey key = new StoredKey(id, StoredKey.hash(text), grant, false);
      file.append(KeyLines.create(key));
      keep(key);
      return new Issued(id, text, secretOf(key));
    } finally {
      changing.unlock();
    }
  }

  /// Takes a key out of use for ever, and returns when that is on the disk. What goes on under it
  /// ends.
  ///
  /// @return whether it was in use
  /// @throws IOException if it cannot be kept; then the key is still in use
  public boolean revoke(int id) throws IOException {
    changing.lock();
    try {
      StoredKey key = byId.get(id);
      if (key == null || key.isRevoked()) {
        return false;
      }
      file.append(KeyLines.revoke(id));
      keep(key.revoked());
    } finally {
      changing.unlock();
    }
    sessions.end(id);
    return true;
  }

  /// Lets something go on under a key until [#leave], or until the key is revoked.
  ///
  /// @param end ends it, at once if the key is revoked already
  void enter(int id, Runnable end) {
    sessions.add(id, end);
    if (!isInUse(id)) {
      sessions.end(id);
    }
  }

  /// Something that went on under a key is over.
  void leave(int id, Runnable end) {
    sessions.remove(id, end);
  }

  /// Returns all keys by their numbers, those that are revoked among them.
  public List<ApiKey> list() {
    return byId.values().stream().map(StoredKey::shown).toList();
  }

  /// Looks a key up by its text, whether it is revoked or not.
  public Optional<ApiKey> find(String key) {
    return stored(key).map(StoredKey::shown);
  }

  /// Returns whether a key is in use. A session that goes on asks this, since a key may be revoked
  /// meanwhile.
  public boolean isInUse(int id) {
    StoredKey key = byId.get(id);
    return key != null && !key.isRevoked();
  }

  /// Returns whether a key is for an account of its owner's: for all of them, or for that one.
  boolean reaches(int id, int account) {
    StoredKey key = byId.get(id);
    return key != null && key.grant().boundTo().orElse(account) == account;
  }

  Optional<StoredKey> stored(String key) {
    return Optional.ofNullable(byHash.get(StoredKey.hash(key)));
  }

  String secretOf(StoredKey key) {
    return master.secretOf(key.id(), key.hash());
  }

  private void keep(StoredKey key) {
    byId.put(key.id(), key);
    byHash.put(key.hash(), key);
  }
}
