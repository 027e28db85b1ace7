package planted.plimsoll.cli;

/// Anyone may change both.
public final class OpenFields {
  public int count;

  @SuppressWarnings("MutablePublicArray")
  public static final int[] NUMBERS = {1};
}
