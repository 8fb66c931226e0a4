package orthant.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the little of Python's literals that a header may have. */
final class Literal {
  private final String text;
  private int at;

  Literal(String text) {
    this.text = text;
  }

  Map<String, Object> dictionary() {
    Map<String, Object> entries = new HashMap<>();
    expect('{');
    while (!next('}')) {
      String key = string();
      expect(':');
      if (entries.put(key, value()) != null) {
        throw new NpyException("the header has the key " + key + " twice; there must be one of each");
      }
      if (!next(',')) {
        expect('}');
        break;
      }
    }
    skipSpaces();
    if (at < text.length()) {
      throw failure("nothing more");
    }
    return entries;
  }

  private Object value() {
    skipSpaces();
    if (text.startsWith("True", at)) {
      at += 4;
      return true;
    }
    if (text.startsWith("False", at)) {
      at += 5;
      return false;
    }
    if (at < text.length() && text.charAt(at) == '(') {
      return tuple();
    }
    return string();
  }

  private long[] tuple() {
    List<Long> items = new ArrayList<>();
    expect('(');
    while (!next(')')) {
      items.add(integer());
      if (!next(',')) {
        if (items.size() == 1) {
          throw failure("',' for a tuple of one");
        }
        expect(')');
        break;
      }
    }
    return items.stream().mapToLong(Long::longValue).toArray();
  }

  private long integer() {
    skipSpaces();
    int from = at;
    while (at < text.length() && (Character.digit(text.charAt(at), 10) >= 0 || at == from && text.charAt(at) == '-')) {
      at++;
    }
    try {
      long value = Long.parseLong(text, from, at, 10);
      // Python 2 wrote long integers with this letter.
      if (at < text.length() && text.charAt(at) == 'L') {
        at++;
      }
      return value;
    } catch (NumberFormatException e) {
      at = from;
      throw failure("an integer of at most 64 bits");
    }
  }

  private String string() {
    skipSpaces();
    char quote = at < text.length() ? text.charAt(at) : 0;
    int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
    if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
      throw failure("a string, True, False or a tuple of integers");
    }
    String value = text.substring(at + 1, end);
    at = end + 1;
    return value;
  }

  private boolean next(char c) {
    skipSpaces();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!next(c)) {
      throw failure("'" + c + "'");
    }
  }

  private void skipSpaces() {
    while (at < text.length() && " \n\t\r\f".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private NpyException failure(String wanted) {
    String found = at < text.length() ? "'" + text.substring(at, Math.min(at + 20, text.length())).strip() + "'" : "the end";
    return new NpyException("the header is not a dictionary: at position " + at + " there must be " + wanted + " but there is " + found);
  }
}
