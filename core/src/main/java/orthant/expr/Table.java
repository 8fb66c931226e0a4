package orthant.expr;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/**
 * A few constants of which code picks one by an integer ({@link V#lookup}). A vector register or two hold them, so that picking is one
 * instruction where there is one for it. Programs name a table by its number, and it is kept for ever.
 */
public final class Table {
  private static final List<Table> ALL = new CopyOnWriteArrayList<>();

  private final Lane lane;
  private final double[] values;
  private final Object stored;
  private final int number;

  private Table(Lane lane, double[] values) {
    int n = values.length;
    if (n < 2 || n > 64 || Integer.bitCount(n) != 1) {
      throw new IllegalArgumentException("a table of " + n + " numbers; there must be 2, 4, 8, 16, 32 or 64");
    }
    this.lane = lane;
    this.values = values.clone();
    IntStream all = IntStream.range(0, 64);
    this.stored = lane == Lane.F64 ? all.mapToLong(this::bits).toArray() : all.map(i -> (int) bits(i)).toArray();
    synchronized (ALL) {
      this.number = ALL.size();
      ALL.add(this);
    }
  }

  /**
   * A table of doubles.
   *
   * @param values 2 to 64 numbers, as many as a power of two
   * @return the table
   * @throws IllegalArgumentException if there are others as many
   */
  public static Table of(double... values) {
    return new Table(Lane.F64, values);
  }

  /**
   * A table of floats.
   *
   * @param values 2 to 64 numbers, as many as a power of two, which are rounded to floats
   * @return the table
   * @throws IllegalArgumentException if there are others as many
   */
  public static Table ofFloats(double... values) {
    return new Table(Lane.F32, values);
  }

  /**
   * The table that an instruction picks from.
   *
   * @param number the bits of the instruction
   * @return the table
   */
  public static Table numbered(long number) {
    return ALL.get((int) number);
  }

  /**
   * What its numbers are.
   *
   * @return F64 or F32
   */
  public Lane lane() {
    return lane;
  }

  /**
   * How many numbers there are.
   *
   * @return a power of two
   */
  public int size() {
    return values.length;
  }

  /**
   * The bits of a number.
   *
   * @param index any integer, of which only the low bits count
   * @return the bits, as a step has them
   */
  public long bits(long index) {
    return Interpreter.bits(lane, values[(int) index & values.length - 1]);
  }

  /**
   * The bits of the numbers again and again, as many as the largest vector has.
   *
   * @return a {@code long[]} or, of floats, an {@code int[]} of 64 elements, always the same one; not to be written to
   */
  public Object stored() {
    return stored;
  }

  /**
   * Its number in programs.
   *
   * @return from 0
   */
  public int number() {
    return number;
  }

  @Override
  public String toString() {
    return "table " + number;
  }
}
