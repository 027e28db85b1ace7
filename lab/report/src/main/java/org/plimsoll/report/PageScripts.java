package org.plimsoll.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/// The scripts of a page with charts: the charting library and the page's own. The page allows
/// these two by their hashes and no other, so that nothing in a book can ever run.
final class PageScripts {
  /// Apache ECharts, as its WebJar holds it.
  private static final String LIBRARY =
      Resources.text("/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js");

  private static final String OWN = Resources.text("charts.js");

  private static final String HASHES = "'" + hash(LIBRARY) + "' '" + hash(OWN) + "'";

  private PageScripts() {}

  /// Returns the sources that a content security policy allows scripts to come from.
  static String hashes() {
    return HASHES;
  }

  static void addTo(Markup page) {
    for (String script : List.of(LIBRARY, OWN)) {
      page.open("script").verbatim(script).close("script");
    }
  }

  /// Returns the hash of a script as a content security policy names it.
  static String hash(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
