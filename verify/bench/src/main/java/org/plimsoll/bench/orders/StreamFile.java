package org.plimsoll.bench.orders;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A recorded stream as a file that a process without this project's classes can read: how many
/// accounts there are, how many commands fill the book, how many there are in all, and 34 bytes for
/// each, numbers with their highest byte first.
final class StreamFile {
  private StreamFile() {}

  /// A stream and how many accounts take part in it.
  record Recorded(OrderStream stream, int accounts) {}

  static void write(Recorded recorded, Path file) throws IOException {
    OrderStream stream = recorded.stream();
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(recorded.accounts());
      out.writeInt(stream.prefill());
      out.writeInt(stream.count());
      for (int i = 0; i < stream.count(); i++) {
        out.writeByte(stream.kind(i));
        out.writeBoolean(stream.buys(i));
        out.writeInt(stream.order(i));
        out.writeInt(stream.account(i));
        out.writeLong(stream.price(i));
        out.writeLong(stream.size(i));
        out.writeLong(stream.left(i));
      }
    }
  }

  static Recorded read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      int accounts = in.readInt();
      int prefill = in.readInt();
      int count = in.readInt();
      OrderStream stream = new OrderStream();
      for (int i = 0; i < count; i++) {
        if (i == prefill) {
          stream.endPrefill();
        }
        byte kind = in.readByte();
        boolean buys = in.readBoolean();
        int order = in.readInt();
        int account = in.readInt();
        stream.add(kind, order, account, buys, in.readLong(), in.readLong(), in.readLong());
      }
      return new Recorded(stream, accounts);
    }
  }
}
