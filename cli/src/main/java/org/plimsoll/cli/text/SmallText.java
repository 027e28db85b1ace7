package org.plimsoll.cli.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads whole text files in UTF-8, up to a bound.
public final class SmallText {
  private SmallText() {}

  /// Returns the text of a file.
  ///
  /// @param bytesMax the largest file that is read
  /// @throws Unreadable if there is no such file, it is a folder, too large, or not UTF-8
  public static String of(Path path, int bytesMax) throws Unreadable {
    if (Files.isDirectory(path)) {
      throw new Unreadable("this is a folder; expected a file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(bytesMax + 1);
      if (bytes.length > bytesMax) {
        throw new Unreadable("the file is larger than " + bytesMax + " bytes");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      throw new Unreadable("this is not text in UTF-8");
    } catch (NoSuchFileException missing) {
      throw new Unreadable("there is no such file");
    } catch (IOException broken) {
      throw new Unreadable("this file cannot be read: " + broken);
    }
  }
}
