package orthant;

import java.util.ArrayList;
import java.util.List;

/** Reads what Python has between the brackets of {@code a[1:3, ::-1, None, ..., 0, [2, 0], [True, False]]}. */
final class IndexParser {
  /** As many axes as NumPy allows; nesting without limit would overflow the stack. */
  private static final int MOST_LISTS = 64;

  private record Parsed(String text, Index[] parts) {}

  /** By the hash of the text; threads may overwrite each other's. */
  private static final Parsed[] RECENT = new Parsed[256];

  private final String text;
  private int at;

  IndexParser(String text) {
    this.text = text;
  }

  /** The parts of an index, for reading only. What has no arrays is remembered: programs index with the same few texts. */
  static Index[] parts(String text) {
    int slot = text.hashCode() & RECENT.length - 1;
    var last = RECENT[slot];
    if (last == null || !last.text.equals(text)) {
      last = new Parsed(text, new IndexParser(text).parse());
      // The memory of an array may end with a scope.
      if (!Index.anyArray(last.parts)) {
        RECENT[slot] = last;
      }
    }
    return last.parts;
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
    if (text.startsWith("[", at)) {
      return new ListParser().parse();
    }
    if (atTruth()) {
      return Index.at(Nd.scalar(DType.bool, truth()));
    }
    boolean hasStart = atNumber();
    long start = hasStart ? number() : 0;
    if (!atColon()) {
      if (!hasStart) {
        throw failure("an integer, ':', '...', 'None', '[', 'True' or 'False'");
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

  /** Reads a list, or a list of lists and so on: all lists of one depth have the same length, all elements the same kind. */
  private final class ListParser {
    private final List<Long> values = new ArrayList<>();
    private final List<Long> lengths = new ArrayList<>();
    private int leaves = -1;
    private boolean truths;

    Index parse() {
      list(0);
      long[] shape = lengths.stream().mapToLong(Long::longValue).toArray();
      return Index.at(Nd.array(values.stream().mapToLong(Long::longValue).toArray()).astype(truths ? DType.bool : DType.int64).reshape(shape));
    }

    private void list(int depth) {
      if (depth == MOST_LISTS) {
        throw failure("at most " + MOST_LISTS + " lists inside of each other");
      }
      int place = at++;
      if (lengths.size() == depth) {
        lengths.add(-1L);
      }
      long length = 0;
      skipSpaces();
      while (!text.startsWith("]", at)) {
        element(depth);
        length++;
        skipSpaces();
        if (text.startsWith(",", at)) {
          at++;
          skipSpaces();
        } else if (!text.startsWith("]", at)) {
          throw failure("',' or ']'");
        }
      }
      if (lengths.get(depth) < 0) {
        lengths.set(depth, length);
      } else if (lengths.get(depth) != length) {
        at = place;
        throw failure("a list of length " + lengths.get(depth) + ", as the one before it,");
      }
      at++;
    }

    private void element(int depth) {
      boolean nested = text.startsWith("[", at);
      if (nested ? leaves == depth : lengths.size() > depth + 1) {
        throw failure(nested ? "an element" : "a list");
      }
      if (nested) {
        list(depth + 1);
        return;
      }
      boolean truth = atTruth();
      if (!truth && !atNumber()) {
        throw failure("an integer, 'True', 'False' or '['");
      }
      if (leaves >= 0 && truth != truths) {
        throw failure(truths ? "'True' or 'False'" : "an integer");
      }
      leaves = depth;
      truths = truth;
      values.add(truth ? truth() : number());
    }
  }

  private boolean atTruth() {
    return text.startsWith("True", at) || text.startsWith("False", at);
  }

  private long truth() {
    boolean is = text.startsWith("True", at);
    at += is ? 4 : 5;
    return is ? 1 : 0;
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
