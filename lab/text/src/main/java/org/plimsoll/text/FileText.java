package org.plimsoll.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Turns the bytes of a file into text, or says why they are none.
public final class FileText {
  /// The mark with which some editors begin a text file.
  public static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final int LINE_BYTES_MAX = 1 << 20;

  private FileText() {}

  /// Returns the text of a file in UTF-8, or nothing if a problem was added.
  public static Optional<String> decode(byte[] bytes, Problems problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
    String text = withoutMark(chars.flip().toString());
    if (result.isError()) {
      Place place = placeAfter(text, problems.file());
      problems.add(place, notText(problems));
      return Optional.empty();
    }
    return refuseControls(text, problems) ? Optional.empty() : Optional.of(text);
  }

  /// Adds a problem for the first line of a table that is no text. The parser of tables says only
  /// that there is one.
  public static void refuseNotText(InputStream in, String table, Problems problems)
      throws IOException {
    for (int line = 1; line > 0; line++) {
      byte[] bytes = line(in);
      Problems inLine = new Problems(table, problems.kind());
      if (bytes.length == 0 || decode(bytes, inLine).isEmpty()) {
        int column = inLine.isEmpty() ? 1 : inLine.inFileOrder().getFirst().column();
        problems.add(new Place(table, line, column), notText(problems));
        return;
      }
    }
  }

  /// Returns the bytes of a line with its end, none where the file has ended.
  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = 0;
    while (next >= 0 && next != '\n' && line.size() < LINE_BYTES_MAX) {
      next = in.read();
      if (next >= 0) {
        line.write(next);
      }
    }
    return line.toByteArray();
  }

  /// Returns whether every character of a text may stand in a file.
  public static boolean isPrintable(String text) {
    return text.codePoints().allMatch(StreamReader::isPrintable);
  }

  private static String notText(Problems problems) {
    return "this byte is not UTF-8 text; " + isText(problems);
  }

  private static String isText(Problems problems) {
    return "a " + problems.kind().noun() + " is a text file, this one is binary";
  }

  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static boolean refuseControls(String text, Problems problems) {
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (!StreamReader.isPrintable(codePoint)) {
        String name = codePoint == 0 ? "a NUL byte" : "a control character";
        problems.add(
            placeAfter(text.substring(0, at), problems.file()),
            name + " stands here; " + isText(problems));
        return true;
      }
      at += Character.charCount(codePoint);
    }
    return false;
  }

  private static Place placeAfter(String text, String file) {
    int lineStart = text.lastIndexOf('\n') + 1;
    int line = 1 + Math.toIntExact(text.chars().filter(each -> each == '\n').count());
    return new Place(file, line, 1 + text.codePointCount(lineStart, text.length()));
  }
}
