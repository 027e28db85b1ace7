package org.plimsoll.protocol;

import org.plimsoll.units.Side;

/// Writes commands as bytes: calls in, bytes out. The layouts are in docs/reference/protocol.md.
///
/// One encoder serves one thread. [#bytes] and [#length] hold the last command until the next
/// [#begin].
public final class CommandEncoder implements CommandHandler {
  private final ByteWriter out = new ByteWriter();
  private int client;
  private long clientSequence;

  /// Returns the array that starts with the last command's [#length] bytes.
  public byte[] bytes() {
    return out.array();
  }

  /// Returns the length of the last command in bytes.
  public int length() {
    return out.length();
  }

  @Override
  public boolean begin(int client, long clientSequence) {
    this.client = client;
    this.clientSequence = clientSequence;
    out.clear();
    return true;
  }

  @Override
  public void onDefineAsset(Command.DefineAsset command) {
    header(Template.DEFINE_ASSET);
    Bodies.write(out, command);
  }

  @Override
  public void onSetCollateral(Command.SetCollateral command) {
    header(Template.SET_COLLATERAL);
    Bodies.write(out, command);
  }

  @Override
  public void onOpenAccount(Command.OpenAccount command) {
    header(Template.OPEN_ACCOUNT);
    Bodies.write(out, command);
  }

  @Override
  public void onOpenCustody(Command.OpenCustody command) {
    header(Template.OPEN_CUSTODY);
    Bodies.write(out, command);
  }

  @Override
  public void onListMarket(Command.ListMarket command) {
    header(Template.LIST_MARKET);
    Bodies.write(out, command);
  }

  @Override
  public void onPublishIndexPrice(Command.PublishIndexPrice command) {
    header(Template.PUBLISH_INDEX_PRICE);
    Bodies.write(out, command);
  }

  @Override
  public void onAdvanceTime(Command.AdvanceTime command) {
    header(Template.ADVANCE_TIME);
    out.int64(command.timestampNs()).int64(command.entropy());
  }

  @Override
  public void onActivateRules(Command.ActivateRules command) {
    header(Template.ACTIVATE_RULES);
    out.int32(command.version());
  }

  @Override
  public void onDepositAsset(Command.DepositAsset command) {
    header(Template.DEPOSIT_ASSET);
    movement(command.account(), command.asset(), command.amount(), command.custody());
  }

  @Override
  public void onWithdrawAsset(Command.WithdrawAsset command) {
    header(Template.WITHDRAW_ASSET);
    movement(command.account(), command.asset(), command.amount(), command.custody());
  }

  @Override
  public void onPlaceLimitOrder(
      int account, int market, Side side, long priceTicks, long quantityLots) {
    header(Template.PLACE_LIMIT_ORDER);
    out.int32(account).int32(market).int8(side.ordinal()).int64(priceTicks).int64(quantityLots);
  }

  @Override
  public void onPlaceMarketOrder(int account, int market, Side side, long quantityLots) {
    header(Template.PLACE_MARKET_ORDER);
    out.int32(account).int32(market).int8(side.ordinal()).int64(quantityLots);
  }

  @Override
  public void onCancelOrder(int account, int market, long order) {
    header(Template.CANCEL_ORDER);
    out.int32(account).int32(market).int64(order);
  }

  @Override
  public void end() {
    // the last field is the end: no trailer
  }

  private void header(int template) {
    out.int8(Template.SCHEMA_VERSION).int8(template).int32(client).int64(clientSequence);
  }

  private void movement(int account, int asset, long amount, int custody) {
    out.int32(account).int32(asset).int64(amount).int32(custody);
  }
}
