package planted.plimsoll.solvency.book;

record RoughBook(double owed) {}
