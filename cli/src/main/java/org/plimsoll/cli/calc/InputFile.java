package org.plimsoll.cli.calc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine;

/// A small text file with inputs.
///
/// @param command that was told to read it
record InputFile(Path path, CommandLine command) {
  private static final int BYTES_MAX = 1024 * 1024;

  /// Returns the text.
  ///
  /// @throws InvalidFile if it cannot be read
  String read() {
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

  /// Returns the refusal of the file as a whole.
  InvalidFile refused(String reason) {
    return new InvalidFile(command, path + ": " + reason);
  }

  /// Returns the refusal of what stands in a line, counted from 1.
  InvalidFile refused(int line, String reason) {
    return new InvalidFile(command, path + ":" + line + ": " + reason);
  }
}
