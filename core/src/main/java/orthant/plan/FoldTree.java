package orthant.plan;

import orthant.memory.Allocation;
import orthant.memory.Memory;
import orthant.memory.Raw;

/**
 * In which order the elements of a sum are added; it depends on their number alone.
 *
 * <p>The order is that of pairwise summation as NumPy does it for contiguous arrays: halves (rounded down to a multiple of
 * 8) down to leaves of at most 128 elements; in a leaf of 8 or more, eight partial sums, added as a tree, then the rest.
 * The rounding error grows with log n instead of n (Higham, The accuracy of floating point summation, 1993), and the
 * eight partial sums are what vector lanes hold. Here the order holds along every axis.
 *
 * <p>A tree of up to {@link #LARGEST} elements is written down for the kernels as pairs of ints: the size of a leaf, and how
 * many times the two youngest partial results are merged after it.
 */
public final class FoldTree {
  /** The largest number of elements that are computed into a block and folded from there. */
  public static final int BLOCK = 8192;

  /**
   * The largest number of elements that one kernel call folds; larger trees are split into such subtrees. Each costs a call and a merge: with 8192
   * the largest of a million int8 took 18 us, with 65 536 it takes 12.
   */
  public static final int LARGEST = 8 * BLOCK;

  /** The largest number of elements of a leaf. */
  public static final int LEAF = 128;

  /** Bytes of scratch memory for the stack of partial results of a kernel call; spilled vectors follow it. */
  public static final int STACK = 512;

  /** Bytes of scratch memory of a kernel call. */
  public static final int SCRATCH = STACK + 128;

  /** Trees by their number of elements, up to a block. */
  private static final FoldTree[] KNOWN = new FoldTree[BLOCK + 1];

  /** Some larger ones; the subtrees of a tree have few different sizes. */
  private static final FoldTree[] RECENT = new FoldTree[32];

  private final Allocation table;
  private final int size;
  private final int leaves;

  private FoldTree(int n) {
    size = n;
    int[] pairs = new int[2 * (n / 32 + 2)];
    leaves = write(n, pairs, 0) / 2;
    table = Memory.allocate(8L * leaves);
    for (int i = 0; i < 2 * leaves; i++) {
      Raw.setInt(table.address() + 4L * i, pairs[i]);
    }
  }

  private static int write(int n, int[] pairs, int at) {
    if (n <= LEAF) {
      pairs[at] = n;
      return at + 2;
    }
    int half = (int) half(n);
    int end = write(n - half, pairs, write(half, pairs, at));
    pairs[end - 1]++;
    return end;
  }

  /**
   * The tree of so many elements. Of up to {@link #BLOCK} it is kept for good; else the caller keeps it reachable while a kernel reads it.
   *
   * @param n 1 to {@link #LARGEST}
   * @return an equal tree each time, of up to a block the same object
   */
  public static FoldTree of(int n) {
    FoldTree known = n <= BLOCK ? KNOWN[n] : RECENT[slot(n)];
    if (known == null || known.size != n) {
      // Made outside of any scope of the caller, and once, since nobody else keeps its memory while a kernel reads it.
      known = Memory.outsideScopes(() -> make(n));
    }
    return known;
  }

  /** Sizes of subtrees differ by multiples of 8. */
  private static int slot(int n) {
    return (n >>> 3) % RECENT.length;
  }

  private static synchronized FoldTree make(int n) {
    if (n > BLOCK) {
      FoldTree tree = new FoldTree(n);
      RECENT[slot(n)] = tree;
      return tree;
    }
    if (KNOWN[n] == null) {
      KNOWN[n] = new FoldTree(n);
    }
    return KNOWN[n];
  }

  /**
   * How many elements the left branch has.
   *
   * @param n more than {@link #LEAF}
   * @return about half, a multiple of 8
   */
  public static long half(long n) {
    long half = n / 2;
    return half - half % 8;
  }

  /**
   * The number of elements.
   *
   * @return what the tree was asked for
   */
  int size() {
    return size;
  }

  /**
   * Where the pairs lie.
   *
   * @return an absolute address; this object keeps it alive
   */
  public long address() {
    return table.address();
  }

  /**
   * The number of pairs.
   *
   * @return the number of leaves
   */
  public int leaves() {
    return leaves;
  }
}
