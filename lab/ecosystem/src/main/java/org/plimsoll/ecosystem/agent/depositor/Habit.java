package org.plimsoll.ecosystem.agent.depositor;

/// What customers of one class do with what they have at the venue.
interface Habit {
  /// Those who leave it there.
  Habit PASSIVE =
      new Habit() {
        @Override
        public void settle(Customer customer) {}

        @Override
        public void unwind(Customer customer) {}
      };

  /// Brings the position to what it should be with what is there now.
  void settle(Customer customer);

  /// Ends whatever keeps money from being taken out, as far as the market allows.
  void unwind(Customer customer);
}
