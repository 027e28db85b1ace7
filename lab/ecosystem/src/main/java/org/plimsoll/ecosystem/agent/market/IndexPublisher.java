package org.plimsoll.ecosystem.agent.market;

import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.protocol.ClockCommand.SetIndexSource;
import org.plimsoll.protocol.ClockCommand.SetPriceClamp;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The venue's operator, where the venue itself is the market: tells it to read an asset's index
/// off its own spot market, and whether to clamp what comes from there (docs/reference/prices.md).
///
/// Whoever moves such a market moves the marks that the venue lends by.
public final class IndexPublisher implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "index-publisher",
          "Reads an asset's index off the venue's own spot market (docs/reference/prices.md).",
          Terms.class,
          IndexPublisher::new);

  private final String name;
  private final Terms terms;
  private final Exchange exchange;
  private final int asset;
  private final int market;

  /// What it is asked for.
  ///
  /// @param asset whose index it is
  /// @param market the spot market that it is read off
  /// @param isClamped whether no more than a fifth in five minutes reaches the marks
  public record Terms(String asset, String market, @Omissible boolean isClamped) {}

  IndexPublisher(Alarm alarm, Setting setting, String name, Terms terms) {
    this.name = name;
    this.terms = terms;
    exchange = setting.economy().exchange();
    asset = setting.instrument(terms.asset());
    market = setting.market(terms.market());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    exchange.require(new SetIndexSource(asset, market));
    exchange.require(new SetPriceClamp(asset, terms.isClamped()));
  }

  @Override
  public void wake(long nowNs) {}

  @Override
  public void writeTo(StateSink sink) {}

  @Override
  public void readFrom(StateSource source) {}
}
