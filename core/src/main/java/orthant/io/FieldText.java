package orthant.io;

import java.nio.charset.StandardCharsets;
import orthant.DType;
import orthant.memory.Cell;
import orthant.memory.Raw;

/** Reads the fields of a text as elements of one type. Its kinds read as NumPy's {@code loadtxt} does. */
abstract class FieldText {
  final DType dtype;
  final Cell cell;

  FieldText(DType dtype) {
    this.dtype = dtype;
    this.cell = Cell.of(dtype);
  }

  /**
   * The way of a type.
   *
   * @param generous whether to read as {@code genfromtxt} does
   */
  static FieldText of(DType dtype, boolean generous) {
    return dtype.isBool() ? generous ? new Words(dtype) : new Truth(dtype)
        : dtype.isInteger() ? new Whole(dtype, dtype.size()) : dtype.isFloat() ? new Real(dtype) : new Complex(dtype);
  }

  /**
   * Reads the element that begins at a position.
   *
   * @return where it ends, or -1 if none begins there; then nothing is written
   */
  abstract int parse(byte[] b, int from, int to, long address);

  /**
   * Reads a whole field with all that Python's own types accept.
   *
   * @return whether it is an element
   * @throws ArithmeticException if it is a number that does not fit the type
   */
  boolean parsePython(String text, long address) {
    String plain = withoutUnderscores(text);
    return plain != null && (parseWhole(plain, address) || parseLoosely(plain, address));
  }

  /** Reads what only genfromtxt takes for an element; as {@link #parsePython}. */
  boolean parseLoosely(String text, long address) {
    return false;
  }

  boolean parseWhole(String text, long address) {
    byte[] b = text.getBytes(StandardCharsets.ISO_8859_1);
    return parse(b, 0, b.length, address) == b.length && b.length > 0;
  }

  /** Writes a number, cast to the type. */
  void set(long address, double value) {
    cell.set(address, value);
  }

  /** Writes what stands for a missing value if nothing is said; false if there is no such value. */
  abstract boolean setMissing(long address);

  /** What a field must be. */
  abstract String rule();

  /** Underscores may stand between digits. */
  private static String withoutUnderscores(String text) {
    for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
      if (i == 0 || i == text.length() - 1 || !Character.isDigit(text.charAt(i - 1)) || !Character.isDigit(text.charAt(i + 1))) {
        return null;
      }
    }
    return text.replace("_", "");
  }

  private static final class Real extends FieldText {
    private final DoubleText number = new DoubleText();
    private final boolean wide;

    Real(DType dtype) {
      super(dtype);
      wide = dtype == DType.float64;
    }

    @Override
    int parse(byte[] b, int from, int to, long address) {
      int end = number.parse(b, from, to);
      if (end >= 0) {
        if (wide) {
          Raw.setDouble(address, number.value);
        } else {
          cell.set(address, number.value);
        }
      }
      return end;
    }

    @Override
    boolean setMissing(long address) {
      cell.set(address, Double.NaN);
      return true;
    }

    @Override
    String rule() {
      return "is not a " + dtype + "; it must be a decimal number, inf or nan";
    }
  }

  private static class Whole extends FieldText {
    /** So many digits fit a long. */
    private static final int SAFE = 18;

    private final boolean unsigned;
    /** The largest number, as an unsigned long. */
    private final long most;

    Whole(DType dtype, int size) {
      super(dtype);
      unsigned = dtype.isUnsigned();
      most = -1L >>> 64 - 8 * size + (unsigned ? 0 : 1);
    }

    @Override
    int parse(byte[] b, int from, int to, long address) {
      int p = from;
      boolean negative = false;
      if (p < to && (b[p] == '-' && !unsigned || b[p] == '+')) {
        negative = b[p++] == '-';
      }
      int first = p;
      long m = 0;
      int d;
      int safe = Math.min(to, p + SAFE);
      while (p < safe && (d = b[p] - '0') >= 0 && d <= 9) {
        m = 10 * m + d;
        p++;
      }
      boolean tooLarge = false;
      for (; p < to && (d = b[p] - '0') >= 0 && d <= 9; p++) {
        // 1844674407370955161 is the tenth part of 2^64.
        tooLarge |= Long.compareUnsigned(m, 1844674407370955161L) > 0 || m == 1844674407370955161L && d > 5;
        m = 10 * m + d;
      }
      if (p == first || tooLarge || Long.compareUnsigned(m, negative ? most + 1 : most) > 0) {
        return -1;
      }
      store(address, negative ? -m : m);
      return p;
    }

    void store(long address, long value) {
      cell.set(address, value);
    }

    @Override
    boolean parseLoosely(String text, long address) {
      // NumPy reads narrow integers as Python's int(float(text)), wide ones as int(text).
      var number = new DoubleText();
      byte[] b = text.getBytes(StandardCharsets.ISO_8859_1);
      if (b.length == 0 || number.parse(b, 0, b.length) != b.length || number.value != number.value) {
        return false;
      }
      boolean wide = dtype.size() == Long.BYTES;
      if (wide && !text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-' || c == '+')) {
        return false;
      }
      double x = number.value < 0 ? Math.ceil(number.value) : Math.floor(number.value);
      double bound = Math.scalb(1.0, 8 * dtype.size() - (unsigned ? 0 : 1));
      if (x != 0 && (wide || x >= bound || x < (unsigned ? 0 : -bound))) {
        throw new ArithmeticException();
      }
      cell.set(address, (long) x);
      return true;
    }

    @Override
    boolean setMissing(long address) {
      if (!unsigned) {
        cell.set(address, -1L);
      }
      return !unsigned;
    }

    @Override
    String rule() {
      return "is not " + (unsigned ? "a " : "an ") + dtype + "; it must be an integer from " + (unsigned ? "0" : Long.toString(-most - 1)) + " to "
          + Long.toUnsignedString(most);
    }
  }

  /** Integers, true if not 0. */
  private static final class Truth extends Whole {
    Truth(DType dtype) {
      super(dtype, Long.BYTES);
    }

    @Override
    void store(long address, long value) {
      Raw.setByte(address, (byte) (value != 0 ? 1 : 0));
    }

    @Override
    String rule() {
      return "is not a bool; it must be an integer, 0 for false";
    }
  }

  /** The words true and false. */
  private static final class Words extends FieldText {
    Words(DType dtype) {
      super(dtype);
    }

    @Override
    int parse(byte[] b, int from, int to, long address) {
      for (String word : new String[] {"false", "true"}) {
        int n = word.length();
        if (to - from >= n && new String(b, from, n, StandardCharsets.ISO_8859_1).equalsIgnoreCase(word)) {
          Raw.setByte(address, (byte) (n == 4 ? 1 : 0));
          return from + n;
        }
      }
      return -1;
    }

    @Override
    boolean setMissing(long address) {
      Raw.setByte(address, (byte) 0);
      return true;
    }

    @Override
    String rule() {
      return "is not a bool; it must be true or false";
    }
  }

  /** {@code 1+2j}, {@code 2j}, {@code 1}, in parentheses or not. */
  private static final class Complex extends FieldText {
    private final DoubleText number = new DoubleText();
    private final int part;

    Complex(DType dtype) {
      super(dtype);
      part = dtype.size() / 2;
    }

    @Override
    int parse(byte[] b, int from, int to, long address) {
      int p = from;
      boolean open = p < to && b[p] == '(';
      p = open ? afterSpaces(b, p + 1, to) : p;
      p = number.parse(b, p, to);
      if (p < 0) {
        return -1;
      }
      double real = number.value;
      double imaginary = 0;
      if (p < to && b[p] == 'j') {
        imaginary = real;
        real = 0;
        p++;
      } else if (p < to && (b[p] == '+' || b[p] == '-')) {
        p = number.parse(b, p, to);
        if (p < 0 || p >= to || b[p] != 'j') {
          return -1;
        }
        imaginary = number.value;
        p++;
      }
      if (open) {
        p = afterSpaces(b, p, to);
        if (p >= to || b[p++] != ')') {
          return -1;
        }
      }
      set(address, real, imaginary);
      return p;
    }

    private static int afterSpaces(byte[] b, int from, int to) {
      int p = from;
      while (p < to && (b[p] == ' ' || b[p] == '\t')) {
        p++;
      }
      return p;
    }

    private void set(long address, double real, double imaginary) {
      if (part == 4) {
        Raw.setFloat(address, (float) real);
        Raw.setFloat(address + 4, (float) imaginary);
      } else {
        Raw.setDouble(address, real);
        Raw.setDouble(address + 8, imaginary);
      }
    }

    @Override
    void set(long address, double value) {
      set(address, value, 0);
    }

    @Override
    boolean parsePython(String text, long address) {
      // Python knows the unit by itself, and in capitals.
      return super.parsePython(text.replace('J', 'j').replaceFirst("(^|[-+(]\\s*)j", "$11j"), address);
    }

    @Override
    boolean setMissing(long address) {
      set(address, Double.NaN, 0);
      return true;
    }

    @Override
    String rule() {
      return "is not a " + dtype + "; it must be a number like 1.5, 2j or 1.5-2j, in parentheses or not";
    }
  }
}
