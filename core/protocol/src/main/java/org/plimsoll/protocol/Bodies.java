package org.plimsoll.protocol;

/// The layouts of the definitions that a command carries in and its event carries out again.
final class Bodies {
  private static final CustodyKind[] CUSTODY_KINDS = CustodyKind.values();

  private Bodies() {}

  static void write(ByteWriter out, Command.DefineAsset c) {
    out.int32(c.asset()).name(c.code()).int32(c.decimals()).int64(c.balanceMax());
  }

  static Command.DefineAsset defineAsset(ByteReader in) {
    return new Command.DefineAsset(in.int32(), in.name(), in.int32(), in.int64());
  }

  static void write(ByteWriter out, Command.SetCollateral c) {
    out.int32(c.asset()).int64(c.initialWeightE9()).int64(c.totalWeightE9()).int64(c.imfFactorE9());
  }

  static Command.SetCollateral setCollateral(ByteReader in) {
    return new Command.SetCollateral(in.int32(), in.int64(), in.int64(), in.int64());
  }

  static void write(ByteWriter out, Command.OpenAccount c) {
    out.int32(c.account()).name(c.name());
  }

  static Command.OpenAccount openAccount(ByteReader in) {
    return new Command.OpenAccount(in.int32(), in.name());
  }

  static void write(ByteWriter out, Command.OpenCustody c) {
    out.int32(c.custody()).int8(c.kind().ordinal()).name(c.name());
  }

  static Command.OpenCustody openCustody(ByteReader in) {
    return new Command.OpenCustody(in.int32(), in.oneOf(CUSTODY_KINDS), in.name());
  }

  static void write(ByteWriter out, Command.ListMarket c) {
    out.int32(c.market())
        .name(c.name())
        .int32(c.base())
        .int32(c.quote())
        .int64(c.tickE9())
        .int64(c.lot());
  }

  static Command.ListMarket listMarket(ByteReader in) {
    return new Command.ListMarket(
        in.int32(), in.name(), in.int32(), in.int32(), in.int64(), in.int64());
  }

  static void write(ByteWriter out, Command.PublishIndexPrice c) {
    out.int32(c.asset()).int64(c.priceE9());
  }

  static Command.PublishIndexPrice publishIndexPrice(ByteReader in) {
    return new Command.PublishIndexPrice(in.int32(), in.int64());
  }
}
