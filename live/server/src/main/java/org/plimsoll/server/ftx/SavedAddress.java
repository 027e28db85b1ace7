package org.plimsoll.server.ftx;

import org.jspecify.annotations.Nullable;

/// Where somebody sends coins more than once.
///
/// @param id counts what the account has ever saved
/// @param name what its owner calls it
record SavedAddress(
    long id,
    String coin,
    String address,
    @Nullable String tag,
    String name,
    boolean isPrimetrust) {}
