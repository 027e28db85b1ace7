package org.plimsoll.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A small text file that a verb was asked to read.
record TextFile(Path path) {
  private static final int BYTES_MAX = 16 * 1024 * 1024;

  /// Returns the text; what cannot be read ends the verb with exit code 4.
  String read() {
    if (Files.isDirectory(path)) {
      throw refused("this is a folder; expected a file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX) {
        throw refused("the file is larger than " + BYTES_MAX + " bytes");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw refused("this is not text in UTF-8");
    } catch (NoSuchFileException e) {
      throw refused("there is no such file");
    } catch (IOException e) {
      throw refused("this file cannot be read: " + e);
    }
  }

  /// Returns the refusal of what the file says.
  CommandFailure refused(String reason) {
    return new CommandFailure(ExitCode.INVALID_INPUT, path + ": " + reason);
  }
}
