package org.plimsoll.ecosystem.agent.market;

import java.util.*;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.outcome.*;

final class ProbeTest {
  @Test
  void probe() {
    for (String each : System.getProperty("probe").split(";")) {
      String[] p = each.split(",");
      try {
        long t = System.nanoTime();
        Outcome o = Shipped.run(p[0], Arrays.copyOfRange(p, 1, p.length));
        System.out.println(
            "== "
                + each
                + " "
                + (System.nanoTime() - t) / 1000000
                + " ms, commands "
                + o.commands());
        for (Series s : o.series()) {
          double[] v = s.values();
          StringBuilder b = new StringBuilder();
          for (int i = 0; i < v.length; i += Math.max(1, v.length / 10))
            b.append(String.format("%.5g ", v[i]));
          System.out.println("  " + s.name() + ": " + b + " | " + v[v.length - 1]);
        }
        List<Flag> f = o.flags();
        for (int i = 0; i < Math.min(8, f.size()); i++)
          System.out.println(
              "  ! "
                  + java.time.Instant.EPOCH.plusNanos(f.get(i).timeNs())
                  + " "
                  + f.get(i).text());
      } catch (RuntimeException e) {
        String m = String.valueOf(e);
        System.out.println("== " + each + " FAILED " + m.substring(0, Math.min(2500, m.length())));
        int n = 0;
        for (var x : e.getStackTrace()) if (n++ < 8) System.out.println("    " + x);
      }
    }
  }
}
