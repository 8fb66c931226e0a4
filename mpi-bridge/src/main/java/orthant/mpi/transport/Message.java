package orthant.mpi.transport;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.stream.Collectors;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.memory.Storage;

/**
 * An array as communication sees it: where its elements lie, how many there are and of which type. The one place of this
 * module that opens the door into an array.
 *
 * @param array the array, which keeps the memory reachable
 * @param dtype the type of the elements
 * @param layout shape and strides
 * @param address where the first element lies
 * @param contiguous whether the elements follow each other in logical order without gaps
 */
public record Message(NDArray array, DType dtype, Layout layout, long address, boolean contiguous) {
  /**
   * Describes an array.
   *
   * @param array any array
   * @return its description
   */
  public static Message of(NDArray array) {
    var door = Access.door();
    return new Message(array, array.dtype(), door.layout(array), door.address(array), array.isContiguous());
  }

  /**
   * Describes memory that somebody else keeps, for as long as that somebody says.
   *
   * @param dtype the type of the elements
   * @param address where they lie, one after the other
   * @param count how many there are
   * @return their description
   */
  @SuppressWarnings("restricted")
  public static Message over(DType dtype, long address, long count) {
    return of(Nd.asarray(MemorySegment.ofAddress(address).reinterpret(count * dtype.size()), dtype, count));
  }

  /**
   * The number of elements.
   *
   * @return the count
   */
  public long count() {
    return layout.size();
  }

  /**
   * The bytes of all elements.
   *
   * @return count times item size
   */
  public long bytes() {
    return layout.size() * dtype.size();
  }

  /**
   * A stretch of this, as a flat message.
   *
   * @param from the first element, in logical order
   * @param count how many
   * @return a view if this is contiguous, otherwise a copy
   */
  public Message part(long from, long count) {
    if (contiguous) {
      long start = address + from * dtype.size();
      var flat = Layout.contiguous(dtype.size(), count);
      return new Message(Access.door().wrap(dtype, flat, storage(), start, false), dtype, flat, start, true);
    }
    return packed(from, count);
  }

  /**
   * All elements in memory of their own.
   *
   * @return a flat copy
   */
  public Message packed() {
    return packed(0, count());
  }

  private Message packed(long from, long count) {
    var flat = fresh(count);
    StridedCopy.gather(this, from, flat.address, count);
    return flat;
  }

  /**
   * New memory for elements of this type.
   *
   * @param count how many
   * @return a flat message
   */
  public Message fresh(long count) {
    return of(Nd.empty(dtype, count));
  }

  /**
   * Whether native code may use the memory as it is.
   *
   * @return true if the elements follow each other, and in memory that does not vanish when a mapped file is cut short
   */
  public boolean direct() {
    return contiguous && !mapped();
  }

  /**
   * Whether the memory is that of a file.
   *
   * @return true if it may vanish
   */
  public boolean mapped() {
    return storage().isMapped();
  }

  /** Keeps the memory until {@link #release()}, even if its scope ends. */
  public void acquire() {
    storage().acquire();
  }

  /** Ends what {@link #acquire()} began. */
  public void release() {
    storage().release();
    Reference.reachabilityFence(array);
  }

  /** Keeps the memory reachable up to here. */
  public void touch() {
    Reference.reachabilityFence(array);
  }

  private Storage storage() {
    return Access.door().storage(array);
  }

  /**
   * Whether some byte may belong to both, judged by the address ranges.
   *
   * @param other another message
   * @return false if they certainly share nothing
   */
  public boolean mayOverlap(Message other) {
    if (count() == 0 || other.count() == 0) {
      return false;
    }
    long low = address + layout.lowByte();
    long high = address + layout.highByte(dtype.size());
    long otherLow = other.address + other.layout.lowByte();
    long otherHigh = other.address + other.layout.highByte(other.dtype.size());
    return low < otherHigh && otherLow < high;
  }

  /**
   * Whether both are the same elements in the same order.
   *
   * @param other another message
   * @return true for the same view of the same memory
   */
  public boolean sameView(Message other) {
    return address == other.address && dtype == other.dtype && layout.equals(other.layout);
  }

  /**
   * Whether two indices lead to the same element, as in a broadcast view.
   *
   * @return true if an axis of two or more elements has stride 0
   */
  public boolean repeats() {
    for (int i = 0; i < layout.ndim(); i++) {
      if (layout.stride(i) == 0 && layout.shape(i) > 1) {
        return true;
      }
    }
    return false;
  }

  /**
   * The type and shape, for messages to people.
   *
   * @return for example {@code float64 (3, 4)}
   */
  @Override
  public String toString() {
    var sizes = Arrays.stream(layout.shape()).mapToObj(Long::toString).collect(Collectors.joining(", "));
    return dtype + " (" + sizes + (layout.ndim() == 1 ? ",)" : ")");
  }
}
