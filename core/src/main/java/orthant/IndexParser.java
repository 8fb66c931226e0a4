package orthant;

import java.util.ArrayList;

/** Reads what Python has between the brackets of {@code a[1:3, ::-1, None, ..., 0]}. */
final class IndexParser {
  private final String text;
  private int at;

  IndexParser(String text) {
    this.text = text;
  }

  Index[] parse() {
    var parts = new ArrayList<Index>();
    skipSpaces();
    while (true) {
      parts.add(part());
      skipSpaces();
      if (at == text.length()) {
        return parts.toArray(new Index[0]);
      }
      if (text.charAt(at) != ',') {
        throw failure("',' or the end");
      }
      at++;
      skipSpaces();
      // Python allows one comma at the end.
      if (at == text.length()) {
        return parts.toArray(new Index[0]);
      }
    }
  }

  private Index part() {
    for (String name : new String[] {"None", "newaxis"}) {
      if (text.startsWith(name, at)) {
        at += name.length();
        return Index.newAxis();
      }
    }
    if (text.startsWith("...", at)) {
      at += 3;
      return Index.ellipsis();
    }
    boolean hasStart = atNumber();
    long start = hasStart ? number() : 0;
    if (!atColon()) {
      if (!hasStart) {
        throw failure("an integer, ':', '...' or 'None'");
      }
      return Index.at(start);
    }
    boolean hasStop = atNumber();
    long stop = hasStop ? number() : 0;
    var slice = hasStart ? (hasStop ? Index.slice(start, stop) : Index.from(start)) : hasStop ? Index.until(stop) : Index.all();
    if (atColon() && atNumber()) {
      int place = at;
      long step = number();
      if (step == 0) {
        at = place;
        throw failure("a step that is not 0");
      }
      return slice.by(step);
    }
    return slice;
  }

  private boolean atColon() {
    skipSpaces();
    if (at < text.length() && text.charAt(at) == ':') {
      at++;
      skipSpaces();
      return true;
    }
    return false;
  }

  private boolean atNumber() {
    return at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '-' || text.charAt(at) == '+');
  }

  private long number() {
    int from = at;
    at++;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    if (at == from + 1 && !isDigit(text.charAt(from))) {
      throw failure("a digit");
    }
    try {
      return Long.parseLong(text, from, at, 10);
    } catch (NumberFormatException e) {
      at = from;
      throw failure("an integer of at most 64 bits");
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void skipSpaces() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException failure(String wanted) {
    String found = at == text.length() ? "the end" : "'" + text.charAt(at) + "'";
    return new IllegalArgumentException(
        "cannot read the index at position " + at + ": there must be " + wanted + " but there is " + found + "\n  "
            + text.replace('\n', ' ') + "\n  " + " ".repeat(at) + "^");
  }
}
