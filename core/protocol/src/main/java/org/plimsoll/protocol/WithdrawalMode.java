package org.plimsoll.protocol;

/// How withdrawals of an asset are paid. The position in this list is written to journals.
public enum WithdrawalMode {
  /// What is asked for is sent in the same command, or refused where custody has too little; while
  /// older ones wait it joins them.
  IMMEDIATE,
  /// What is asked for waits its turn and is sent at a whole minute, so many a minute.
  QUEUED,
  /// Nothing is sent. What is asked for is still taken, and waits.
  GATED
}
