package org.plimsoll.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveCheckTest {
  private static final int FRAMES = 4;
  private static final int FRAME = 64;

  @TempDir private Path archive;

  private final byte[] good = new byte[8_192];

  private ArchiveCheckTest() {
    ByteBuffer file = ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < FRAMES; i++) {
      int at = i * FRAME;
      file.putInt(at, FRAME - 3).put(at + 5, (byte) 0xC0).putShort(at + 6, (short) 1);
      file.putInt(at + 8, at).putInt(at + 16, 100).putInt(at + 20, 7);
      for (int j = 32; j < FRAME - 3; j++) {
        good[at + j] = (byte) (i + j);
      }
      CRC32C crc = new CRC32C();
      crc.update(good, at + 32, 32);
      file.putInt(at + 12, (int) crc.getValue());
    }
  }

  private void check(byte[] bytes) throws NodeRefusal, IOException {
    Files.write(archive.resolve("0-0.rec"), bytes);
    ArchiveCheck.mend(archive);
  }

  @Test
  void shouldBeContentWithWhatWasWritten() {
    assertThatCode(() -> check(good)).doesNotThrowAnyException();
    assertThatCode(() -> ArchiveCheck.mend(archive.resolve("none"))).doesNotThrowAnyException();
  }

  /// All but what nobody uses, and how much of the last 32 bytes of a frame is filled: Aeron's
  /// checksum is of all of them.
  @Test
  void shouldFindEveryByteThatHasChanged() {
    for (int at = 0; at < good.length; at++) {
      int inFrame = at % FRAME;
      boolean isFrame = at < FRAMES * FRAME;
      byte[] bad = good.clone();
      bad[at] ^= 0x04;
      if (isFrame && (inFrame == 0 || (inFrame >= 24 && inFrame < 32))) {
        assertThatCode(() -> check(bad)).doesNotThrowAnyException();
      } else {
        assertThatThrownBy(() -> check(bad)).as("byte %d", at).isInstanceOf(NodeRefusal.class);
      }
    }
  }

  @Test
  void shouldSayWhereTheDamageIs() {
    byte[] bad = good.clone();
    bad[FRAME + 40] ^= 1;
    assertThatThrownBy(() -> check(bad))
        .hasMessageContaining("0-0.rec at 64: what is there is not what was written");
  }

  @Test
  void shouldNotTakeAShortLogForAWholeOne() {
    byte[] bad = good.clone();
    ByteBuffer.wrap(bad).putInt(FRAME, 0);
    assertThatThrownBy(() -> check(bad)).hasMessageContaining("frames end there, and more follows");
    assertThat(bad).isNotEqualTo(good);
  }

  /// The second half of a frame that crosses a page never got to the disk.
  @Test
  void shouldCutOffALastFrameThatWasWrittenInPart() throws Exception {
    byte[] bytes = new byte[16_384];
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0, 4_096).put(5, (byte) 0xC0).putShort(6, (short) 0);
    file.putInt(16, 100).putInt(20, 7);
    int at = 4_096;
    file.putInt(at, 8_192).put(at + 5, (byte) 0xC0).putShort(at + 6, (short) 1);
    file.putInt(at + 8, at).putInt(at + 12, 1).putInt(at + 16, 100).putInt(at + 20, 7);

    check(bytes);

    Path mended = archive.resolve("0-0.rec");
    assertThat(ArchiveCheck.end(mended)).isEqualTo(at);
    byte[] expected = bytes.clone();
    Arrays.fill(expected, at, at + 32, (byte) 0);
    assertThat(Files.readAllBytes(mended)).isEqualTo(expected);
  }
}
