package orthant;

import java.util.Arrays;

/**
 * Moves elements between listed places of one array and an array in order. Around every place there may be a whole
 * sub-array: its axes become loops, the innermost of them one block if it has no gaps on both sides.
 */
final class Movement {
  private long[] dims;
  private final long[] listed;
  private final long[] ordered;
  private final long step;
  private final long block;

  /**
   * A movement.
   *
   * @param shape the axes of the sub-arrays
   * @param listed for each of them, bytes from one element to the next around a place
   * @param ordered the same on the side that is in order
   * @param step bytes from what belongs to one place to what belongs to the next, on the side that is in order
   * @param item bytes of an element
   */
  Movement(long[] shape, long[] listed, long[] ordered, long step, int item) {
    this.dims = new long[shape.length];
    this.listed = new long[shape.length];
    this.ordered = new long[shape.length];
    this.step = step;
    int count = 0;
    for (int i = 0; i < shape.length; i++) {
      if (shape[i] == 1) {
        continue;
      }
      boolean continues = count > 0 && this.listed[count - 1] == listed[i] * shape[i] && this.ordered[count - 1] == ordered[i] * shape[i];
      count -= continues ? 1 : 0;
      dims[count] = shape[i] * (continues ? dims[count] : 1);
      this.listed[count] = listed[i];
      this.ordered[count++] = ordered[i];
    }
    boolean whole = count > 0 && this.listed[count - 1] == item && this.ordered[count - 1] == item;
    count -= whole ? 1 : 0;
    block = whole ? dims[count] * item : item;
    dims = Arrays.copyOf(dims, count);
  }

  /**
   * How many copies each place takes: 1 if what is around it is one block.
   *
   * @return the product of the loops
   */
  long copies() {
    long n = 1;
    for (long d : dims) {
      n *= d;
    }
    return n;
  }

  /**
   * Copies what is around listed places to a side in order.
   *
   * @param from the address that places count from
   * @param places the places
   * @param to the address where the side in order begins
   * @param room for how many places there is room
   */
  void gather(long from, Places places, long to, long room) {
    run(true, from, places, to, room);
  }

  /**
   * Copies a side in order to listed places.
   *
   * @param from the address where the side in order begins
   * @param count for how many places there is something
   * @param to the address that places count from
   * @param places the places
   */
  void scatter(long from, long count, long to, Places places) {
    run(false, to, places, from, count);
  }

  /** Bytes of the blocks if they are all there is to move for a place, else -1. */
  long blockOnly() {
    return dims.length == 0 ? block : -1;
  }

  private void run(boolean gather, long from, Places places, long to, long most) {
    long left = most;
    for (int n; left > 0 && (n = places.next()) >= 0; left -= n) {
      n = (int) Math.min(n, left);
      if (block == 0) {
        // Nothing to move, but every place must be inside.
        continue;
      }
      loop(0, gather, from, to + (most - left) * step, places.found, n);
    }
  }

  private void loop(int d, boolean gather, long from, long to, long[] places, int n) {
    if (d < dims.length) {
      for (long i = 0; i < dims[d]; i++) {
        loop(d + 1, gather, from + i * listed[d], to + i * ordered[d], places, n);
      }
    } else if (gather) {
      Blocks.gather(from, places, n, to, step, block);
    } else {
      Blocks.scatter(to, step, from, places, n, block);
    }
  }
}
