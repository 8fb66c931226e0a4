package orthant.examples.traffic;

import static orthant.Nd.arange;
import static orthant.Nd.array;
import static orthant.Nd.zeros;
import static orthant.ufunc.Lazy.lazy;

import orthant.DType;
import orthant.NDArray;
import orthant.ufunc.Lazy;

/**
 * A ring road on which a step is one lazy expression, computed from one array into another and back in the next step:
 * nothing is stored in between. What an element is, one cell or 64 of them, the classes below this one say.
 */
abstract sealed class FusedRoad permits ByteRoad, PackedRoad, StripedRoad {
  /** How many steps there are between two in which moves are counted: that is a second pass over the road. */
  static final int COUNT_EVERY = 100;

  /** Bytes before the road and behind it. One element is needed; so many let the road begin where a line of the cache does. */
  private static final int MARGIN = 64;

  /** The road in one of the two arrays, and what is computed from it. */
  private record Side(NDArray here, NDArray first, NDArray last, NDArray beforeFirst, NDArray afterLast, Lazy next, Lazy moving) {}

  private Side now;
  private Side other;

  /** A road of so many elements, all empty. */
  FusedRoad(DType dtype, int size) {
    now = side(dtype, size);
    other = side(dtype, size);
  }

  private Side side(DType dtype, int size) {
    int begin = MARGIN / dtype.size();
    int end = begin + size;
    var all = zeros(dtype, end + begin);
    var here = view(all, begin, end);
    var before = view(all, begin - 1, end - 1);
    var after = view(all, begin + 1, end + 1);
    var behind = behind(lazy(before), lazy(here));
    var ahead = ahead(lazy(here), lazy(after));
    // A car stays if blocked; an empty cell gets who is behind it: ahead where here is set, behind elsewhere.
    var next = behind.bitwiseXor(lazy(here).bitwiseAnd(behind.bitwiseXor(ahead)));
    var moving = lazy(here).bitwiseAnd(ahead.bitwiseInvert());
    return new Side(here, view(all, begin, begin + 1), view(all, end - 1, end), view(all, begin - 1, begin), view(all, end, end + 1), next, moving);
  }

  private static NDArray view(NDArray all, int from, int to) {
    return all.get(from + ":" + to);
  }

  /** The cells behind those of an element, given the element before it. */
  abstract Lazy behind(Lazy before, Lazy here);

  /** The cells ahead of those of an element, given the element after it. */
  abstract Lazy ahead(Lazy here, Lazy after);

  /** Closes the ring: the elements outside are what the last and the first one are to their neighbours. */
  abstract void ends(NDArray last, NDArray beforeFirst, NDArray first, NDArray afterLast);

  /** The elements for cells. */
  abstract NDArray pack(NDArray cells);

  /** The cells of elements, in their order on the road. */
  abstract NDArray unpack(NDArray elements);

  final void start(boolean[] road) {
    now.here.assign(pack(array(road)));
  }

  final boolean[] cells() {
    return unpack(now.here).toBooleanArray();
  }

  /** Lets every car look ahead once. */
  final void step() {
    ends(now.last, now.beforeFirst, now.first, now.afterLast);
    now.next.eval(other.here);
    var old = now;
    now = other;
    other = old;
  }

  /** How many cars will move in the next step. */
  final long moving() {
    ends(now.last, now.beforeFirst, now.first, now.afterLast);
    return now.moving.eval().bitwiseCount().sum().getLong();
  }

  /** Makes some steps, and counts the moves of the first in each hundred. */
  final Run run(int steps) {
    var moved = new long[(steps + COUNT_EVERY - 1) / COUNT_EVERY];
    long begin = System.nanoTime();
    for (int step = 0; step < steps; step++) {
      if (step % COUNT_EVERY == 0) {
        moved[step / COUNT_EVERY] = moving();
      }
      step();
    }
    return new Run(moved, System.nanoTime() - begin);
  }

  /** Refuses roads that do not fill words. */
  static int words(boolean[] road) {
    if (road.length % Long.SIZE != 0) {
      throw new IllegalArgumentException("a road of " + road.length + " cells cannot be packed; the cells must be a multiple of " + Long.SIZE);
    }
    return road.length / Long.SIZE;
  }

  /** Words of which each has the bits in a row of truth values, the first as its lowest. */
  static NDArray fromBits(NDArray rows) {
    return rows.astype(DType.uint64).bitwiseLeftShift(places()).sum(1);
  }

  /** The bits of words, each word a row. */
  static NDArray toBits(NDArray words) {
    return words.reshape(-1, 1).bitwiseRightShift(places()).bitwiseAnd(1).astype(DType.bool);
  }

  private static NDArray places() {
    return arange(Long.SIZE).astype(DType.uint64);
  }
}
