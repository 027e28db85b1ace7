package org.plimsoll.server.ftx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.plimsoll.server.keys.KeyRefusal;
import org.plimsoll.server.keys.OwnerFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The addresses that accounts have saved: one small file for each account, read at every call and
/// written anew, all of it or none, at every change. The venue knows nothing of them, and so
/// neither does its journal.
public final class AddressBook {
  /// So many addresses one account may save.
  static final int ADDRESSES_MAX = 100;

  private static final long BYTES_MAX = 1 << 18;

  private final Path directory;
  private final ReentrantLock writing = new ReentrantLock();

  /// Opens the book that is in a directory, or will be.
  public AddressBook(Path directory) {
    this.directory = directory;
  }

  /// Returns what an account has saved, oldest first.
  List<SavedAddress> of(int account) {
    return read(account).addresses;
  }

  /// Saves an address for an account, under the next number.
  ///
  /// @param wanted without a number yet
  SavedAddress save(int account, SavedAddress wanted) {
    writing.lock();
    try {
      Page page = read(account);
      if (page.addresses.size() >= ADDRESSES_MAX) {
        throw new FtxError(400, "Too many saved addresses");
      }
      if (page.addresses.stream().anyMatch(each -> isSame(each, wanted))) {
        throw new FtxError(400, "Address already saved");
      }
      SavedAddress saved =
          new SavedAddress(
              page.last + 1,
              wanted.coin(),
              wanted.address(),
              wanted.tag(),
              wanted.name(),
              wanted.isPrimetrust());
      List<SavedAddress> all = new ArrayList<>(page.addresses);
      all.add(saved);
      write(account, new Page(saved.id(), all));
      return saved;
    } finally {
      writing.unlock();
    }
  }

  /// Deletes an address of an account.
  ///
  /// @return whether there was one of that number
  boolean delete(int account, long id) {
    writing.lock();
    try {
      Page page = read(account);
      List<SavedAddress> left = page.addresses.stream().filter(each -> each.id() != id).toList();
      if (left.size() == page.addresses.size()) {
        return false;
      }
      write(account, new Page(page.last, left));
      return true;
    } finally {
      writing.unlock();
    }
  }

  private static boolean isSame(SavedAddress one, SavedAddress other) {
    return one.coin().equals(other.coin())
        && one.address().equals(other.address())
        && Objects.equals(one.tag(), other.tag());
  }

  private Path file(int account) {
    return directory.resolve(account + ".json");
  }

  private Page read(int account) {
    if (!Files.exists(file(account))) {
      return new Page(0, List.of());
    }
    try {
      JsonNode json = Json.read(OwnerFile.read(file(account), BYTES_MAX));
      List<SavedAddress> addresses = new ArrayList<>();
      json.path("addresses").forEach(each -> addresses.add(address(each)));
      return new Page(json.path("last").asLong(), List.copyOf(addresses));
    } catch (KeyRefusal | FtxError spoiled) {
      throw new UncheckedIOException(new IOException(spoiled));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static SavedAddress address(JsonNode json) {
    @Nullable String tag = json.path("tag").isString() ? json.path("tag").asString() : null;
    return new SavedAddress(
        json.path("id").asLong(),
        json.path("coin").asString(),
        json.path("address").asString(),
        tag,
        json.path("name").asString(),
        json.path("isPrimetrust").asBoolean());
  }

  private void write(int account, Page page) {
    ObjectNode json = Json.object().put("last", page.last);
    ArrayNode addresses = json.putArray("addresses");
    for (SavedAddress each : page.addresses) {
      ObjectNode row = addresses.addObject().put("id", each.id()).put("coin", each.coin());
      row.put("address", each.address()).put("tag", each.tag()).put("name", each.name());
      row.put("isPrimetrust", each.isPrimetrust());
    }
    try {
      Files.createDirectories(directory);
      OwnerFile.create(file(account), Json.write(json));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /// @param last the number of the last address that was saved
  private record Page(long last, List<SavedAddress> addresses) {}
}
