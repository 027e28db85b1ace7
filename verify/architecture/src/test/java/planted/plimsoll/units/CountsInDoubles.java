package planted.plimsoll.units;

record CountsInDoubles(double amount) {}
