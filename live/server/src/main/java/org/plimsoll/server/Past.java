package org.plimsoll.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.server.file.VenueFileResult.ReadVenue;
import org.plimsoll.server.keys.ApiKey;
import org.plimsoll.server.keys.ApiKeys;
import org.plimsoll.server.keys.Grant;
import org.plimsoll.server.keys.KeyRefusal;

/// What a sandbox has been through, which is put away so that its next start opens it anew.
public final class Past {
  private static final String FOLDER = "past";
  private static final String STORE = "store.db";

  private Past() {}

  /// Puts away journal, store and saved addresses of a directory that no server runs on. Keys stay,
  /// but for those of accounts that the opening does not open: whoever opens one next has its
  /// number.
  ///
  /// Killed in the middle, it has put away the store, which the next start makes again, and the
  /// addresses.
  ///
  /// @return where they are from now on
  /// @throws ServerRefusal if the directory cannot be trusted
  /// @throws IOException if it cannot be read or written
  public static Path putAway(ServerSettings settings) throws ServerRefusal, IOException {
    Path directory = settings.directory();
    ReadVenue venue =
        VenueOfDirectory.of(directory, settings.venue(), settings.home().limits(), Instant.now());
    long accounts =
        venue.opening().commands().stream().filter(OpenAccount.class::isInstance).count();
    revokeBeyond(accounts, directory.resolve("keys"));
    Path past = free(directory.resolve(FOLDER));
    for (Path file : storeOf(directory)) {
      Files.move(file, past.resolve(file.getFileName()));
    }
    if (Files.exists(directory.resolve(Server.ADDRESSES))) {
      Files.move(directory.resolve(Server.ADDRESSES), past.resolve(Server.ADDRESSES));
    }
    Files.move(directory.resolve("journal"), past.resolve("journal"));
    return past;
  }

  private static void revokeBeyond(long accounts, Path directory)
      throws IOException, ServerRefusal {
    try {
      ApiKeys keys = ApiKeys.open(directory, new SecureRandom());
      for (ApiKey key : keys.list()) {
        Grant grant = key.grant();
        if (!key.isRevoked()
            && (grant.owner() >= accounts || grant.boundTo().orElse(0) >= accounts)) {
          boolean _ = keys.revoke(key.id());
        }
      }
    } catch (KeyRefusal refused) {
      throw new ServerRefusal(String.valueOf(refused.getMessage()));
    }
  }

  private static Path free(Path folder) throws IOException {
    int number = 1;
    while (Files.exists(folder.resolve("" + number))) {
      number++;
    }
    return Files.createDirectories(folder.resolve("" + number));
  }

  /// Returns the store's file, and those that its database keeps beside it.
  private static List<Path> storeOf(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.getFileName().toString().startsWith(STORE)).toList();
    }
  }
}
