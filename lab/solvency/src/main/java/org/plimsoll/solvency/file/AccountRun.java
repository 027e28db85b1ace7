package org.plimsoll.solvency.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.plimsoll.solvency.book.Account;

/// What of a part's accounts enters the hash of the whole book: their records in the order of their
/// ids, compressed. Runs of all parts merge into the records of the book, and of the same id in two
/// of them none escapes.
final class AccountRun implements Serializable {
  private static final long serialVersionUID = 1;

  private final int count;
  private final byte[] deflated;

  private AccountRun(int count, byte[] deflated) {
    this.count = count;
    this.deflated = deflated;
  }

  static AccountRun of(List<Account> accounts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, fast))) {
      BookHash.eachAccount(accounts, (id, records) -> write(out, id, records));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      fast.end();
    }
    return new AccountRun(accounts.size(), bytes.toByteArray());
  }

  private static void write(DataOutputStream out, String id, byte[] records) {
    try {
      out.writeUTF(id);
      out.writeInt(records.length);
      out.write(records);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// An id that stands in two runs.
  ///
  /// @param first number of the run
  /// @param second number of the other
  record Twice(String id, int first, int second) {}

  /// Hands on the records of all accounts of all runs in the order of their ids.
  static void merge(List<AccountRun> runs, Consumer<byte[]> take, Consumer<Twice> refuse) {
    PriorityQueue<Cursor> open =
        new PriorityQueue<>(
            Comparator.comparing((Cursor cursor) -> cursor.id)
                .thenComparingInt(cursor -> cursor.run));
    for (int run = 0; run < runs.size(); run++) {
      advance(new Cursor(runs.get(run), run), open);
    }
    while (!open.isEmpty()) {
      Cursor first = open.remove();
      Cursor next = open.peek();
      if (next != null && next.id.equals(first.id)) {
        refuse.accept(new Twice(first.id, first.run, next.run));
      }
      take.accept(first.records);
      advance(first, open);
    }
  }

  private static void advance(Cursor cursor, PriorityQueue<Cursor> open) {
    if (cursor.advance()) {
      open.add(cursor);
    }
  }

  private static final class Cursor {
    private final DataInputStream in;
    private final int run;
    private int left;
    private String id = "";
    private byte[] records = new byte[0];

    Cursor(AccountRun of, int run) {
      this.in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(of.deflated)));
      this.run = run;
      this.left = of.count;
    }

    boolean advance() {
      if (left == 0) {
        return false;
      }
      left--;
      try {
        id = in.readUTF();
        records = in.readNBytes(in.readInt());
      } catch (IOException spoiled) {
        throw new UncheckedIOException("a run of accounts was spoiled", spoiled);
      }
      return true;
    }
  }
}
