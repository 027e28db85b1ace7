package org.plimsoll.server.operation;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.server.http.Call;
import org.plimsoll.server.http.Dialect;
import org.plimsoll.server.http.Reply;
import org.plimsoll.server.operation.Figures.Figure;

/// `/metrics`: a server's figures in the text format of Prometheus.
public final class Metrics implements Dialect {
  private static final String PREFIX = "plimsoll.";

  private final Figures figures;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final SortedMap<String, MultiGauge> gauges = new TreeMap<>();

  /// Creates the metrics of a server.
  public Metrics(Figures figures) {
    this.figures = figures;
  }

  @Override
  public synchronized Reply answer(Call call) {
    if (!call.method().equals("GET")) {
      return Reply.text(405, "Metrics are read, and nothing else.\n");
    }
    SortedMap<String, List<MultiGauge.Row<?>>> rows = new TreeMap<>();
    for (Figure figure : figures.now()) {
      Tags tags = figure.label().isEmpty() ? Tags.empty() : Tags.of(figure.label(), figure.of());
      rows.computeIfAbsent(figure.name(), _ -> new ArrayList<>())
          .add(MultiGauge.Row.of(tags, figure.value()));
    }
    gauges.keySet().forEach(name -> rows.computeIfAbsent(name, _ -> List.of()));
    rows.forEach((name, each) ->
        gauges
            .computeIfAbsent(name, _ -> MultiGauge.builder(PREFIX + name).register(registry))
            .register(each, true));
    byte[] text = registry.scrape().getBytes(StandardCharsets.UTF_8);
    return new Reply(200, "text/plain; version=0.0.4; charset=utf-8", text, Map.of());
  }
}
