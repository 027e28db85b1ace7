package org.plimsoll.journal;

import java.io.IOException;
import java.util.List;

/// One directory of files: the only way by which a journal has an effect on the world.
///
/// Every effect is one call, so a simulated storage can count them and fail before, in or after
/// each. An effect is durable only after the sync that covers it: [StorageFile#sync] for what is in
/// a file, [#syncDirectory] for which files there are and how they are called.
public interface Storage {
  /// Returns the names of all files, in ascending order.
  List<String> list() throws IOException;

  /// Makes an empty file, which must not exist yet, and opens it.
  StorageFile create(String name) throws IOException;

  /// Opens an existing file for reading and writing.
  StorageFile open(String name) throws IOException;

  /// Opens an existing file for reading alone.
  StorageFile openToRead(String name) throws IOException;

  /// Gives a file another name, in one step: whatever happens, it has one of the two. A file that
  /// had the name is replaced.
  void rename(String from, String to) throws IOException;

  /// Deletes an existing file.
  void delete(String name) throws IOException;

  /// Returns when all creations, renamings and deletions so far are durable.
  void syncDirectory() throws IOException;
}
