package org.plimsoll.solvency.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Turns the bytes of a file into text, or says why they are none.
final class FileText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private FileText() {}

  /// Returns the text of a file in UTF-8, or nothing if a problem was added.
  static Optional<String> decode(byte[] bytes, Problems problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
    String text = withoutMark(chars.flip().toString());
    if (result.isError()) {
      Place place = placeAfter(text);
      problems.add(place, "this byte is not UTF-8 text; a book is a text file, this one is binary");
      return Optional.empty();
    }
    return refuseControls(text, problems) ? Optional.empty() : Optional.of(text);
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static boolean refuseControls(String text, Problems problems) {
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (!StreamReader.isPrintable(codePoint)) {
        String name = codePoint == 0 ? "a NUL byte" : "a control character";
        problems.add(
            placeAfter(text.substring(0, at)),
            name + " stands here; a book is a text file, this one is binary");
        return true;
      }
      at += Character.charCount(codePoint);
    }
    return false;
  }

  private static Place placeAfter(String text) {
    int lineStart = text.lastIndexOf('\n') + 1;
    int line = 1 + Math.toIntExact(text.chars().filter(each -> each == '\n').count());
    return new Place(line, 1 + text.codePointCount(lineStart, text.length()));
  }
}
