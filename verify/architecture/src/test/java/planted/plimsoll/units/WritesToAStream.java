package planted.plimsoll.units;

import java.io.IOException;
import java.io.OutputStream;

final class WritesToAStream {
  void write(OutputStream stream) throws IOException {
    stream.write(1);
  }
}
