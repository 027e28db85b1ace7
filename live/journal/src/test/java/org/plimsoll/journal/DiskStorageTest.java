package org.plimsoll.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskStorageTest {
  @TempDir private Path directory;

  @Test
  void shouldLetOneAtATimeWriteAndOthersRead() throws IOException {
    try (DiskStorage first = DiskStorage.open(directory)) {
      first.create("a").close();
      assertThatThrownBy(() -> DiskStorage.open(directory)).hasMessageContaining("already");
      try (DiskStorage reader = DiskStorage.openToRead(directory)) {
        assertThat(reader.list()).containsExactly("a");
      }
    }
    DiskStorage.open(directory).close();
  }

  @Test
  void shouldWriteReadAndRename() throws IOException {
    try (DiskStorage storage = DiskStorage.open(directory.resolve("new"))) {
      try (StorageFile file = storage.create("b")) {
        file.write(3, ByteBuffer.wrap(new byte[] {1, 2}));
        file.sync();
        assertThat(file.sizeBytes()).isEqualTo(5);
        ByteBuffer read = ByteBuffer.allocate(5);
        file.read(0, read);
        assertThat(read.array()).containsExactly(0, 0, 0, 1, 2);
        assertThatThrownBy(() -> file.read(1, read.clear())).isInstanceOf(EOFException.class);
      }
      assertThatThrownBy(() -> storage.create("b")).isInstanceOf(FileAlreadyExistsException.class);
      storage.rename("b", "a");
      storage.syncDirectory();
      assertThat(storage.list()).containsExactly("a");
      storage.delete("a");
      assertThatThrownBy(() -> storage.open("a")).isInstanceOf(NoSuchFileException.class);
    }
  }
}
