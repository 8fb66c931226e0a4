package orthant.testing;

import java.lang.ref.Reference;
import orthant.NDArray;
import orthant.kernel.Access;
import orthant.layout.Layout;

/** How the elements of a generated array lie in memory; the simplest first, which is where shrinking goes. */
public enum LayoutKind {
  /** Rows after rows, without gaps, from a multiple of 64 bytes on. */
  C,
  /** Columns after columns, without gaps. */
  F,
  /** As {@link #C}, but from an element on whose address is no multiple of a vector's size. */
  OFFSET,
  /** With a negative stride on at least one axis. */
  REVERSED,
  /** With gaps of whole elements between the elements of at least one axis. */
  STRIDED,
  /** With the axes in any order. */
  TRANSPOSED,
  /** With a stride of zero on at least one axis: all elements along it are the same memory. */
  BROADCAST,
  /** As {@link #C}, but from an address on that is no multiple of the element's size. */
  UNALIGNED,
  /** All of these at once, and strides that are no multiples of the element's size. */
  MIXED;

  /**
   * A copy of an array that is laid out like this, in memory of its own: for tests that go through all layouts of what they have.
   *
   * @param a the elements
   * @return a new array with the same elements; for {@link #BROADCAST} with those of the first place along the first axis in all
   *     its places
   */
  public NDArray copy(NDArray a) {
    Frame frame = Frame.plainest(this, a.ndim());
    int item = a.dtype().size();
    Layout layout = frame.layout(item, a.shape());
    long start = frame.start(item) - layout.lowByte();
    Ground ground = Ground.of(start + layout.highByte(item));
    NDArray copy = Access.door().wrap(a.dtype(), layout, ground.storage(), ground.address() + start, false);
    var storage = Access.door().storage(a);
    storage.acquire();
    try {
      Elements from = new Elements(a);
      Elements to = new Elements(copy);
      for (long i = a.size() - 1; i >= 0; i--) {
        for (int p = 0; p < from.parts; p++) {
          from.part.write(to.address(i) + (long) p * from.part.bytes(), from.bits(i, p));
        }
      }
    } finally {
      storage.release();
      Reference.reachabilityFence(a);
      Reference.reachabilityFence(copy);
    }
    return copy;
  }
}
