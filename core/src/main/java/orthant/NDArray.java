package orthant;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.layout.Shapes;
import orthant.memory.Cell;
import orthant.memory.Storage;
import orthant.op.Op;
import orthant.plan.Engine;
import orthant.plan.Fold;
import orthant.plan.Parts;
import orthant.plan.Weak;

/**
 * An n-dimensional array of numbers of one type in native memory.
 *
 * <p>An array is a type, a layout (shape and strides) and a place in memory. Views (slices, transposes, reshapes where
 * possible) share the memory and keep it alive; writing through one is seen by all. Elements are freed when no array
 * refers to them any more, or with the {@link Scope} they were made in.
 *
 * <pre>{@code
 * var s = Nd.arange(12).reshape(3, 4).sum(0);      // [12, 15, 18, 21]
 * }</pre>
 *
 * <p>Arrays may be read by many threads at once. Threads that write must not overlap with others that use the same
 * elements; if they do, values are torn at worst, never memory outside of the array.
 */
public final class NDArray
    implements Operand, Elementwise<NDArray, NDArray>, Reductions<NDArray>, Manipulation, Rearranging, Editing, Indexing, Sorting, Statistics,
        Numerics, Conversions {
  static {
    Access.install(new Door());
  }

  private final DType dtype;
  private final Layout layout;
  private final Storage storage;
  private final long address;
  private final boolean readOnly;

  private NDArray(DType dtype, Layout layout, Storage storage, long address, boolean readOnly) {
    this.dtype = dtype;
    this.layout = layout;
    this.storage = storage;
    this.address = address;
    this.readOnly = readOnly;
  }

  private static final class Door extends Access {
    @Override
    public Layout layout(NDArray array) {
      return array.layout;
    }

    @Override
    public Storage storage(NDArray array) {
      return array.storage;
    }

    @Override
    public long address(NDArray array) {
      return array.address;
    }

    @Override
    public NDArray wrap(DType dtype, Layout layout, Storage storage, long address, boolean readOnly) {
      return new NDArray(dtype, layout, storage, address, readOnly);
    }

    @Override
    public Picked pick(NDArray array, Index... parts) {
      return Pick.of(array, parts).picked();
    }
  }

  @Override
  public NDArray self() {
    return this;
  }

  /**
   * The element type.
   *
   * @return the type
   */
  public DType dtype() {
    return dtype;
  }

  /**
   * The number of axes.
   *
   * @return 0 for a scalar
   */
  public int ndim() {
    return layout.ndim();
  }

  /**
   * The sizes of the axes.
   *
   * @return a copy
   */
  public long[] shape() {
    return layout.shape();
  }

  /**
   * The size of an axis.
   *
   * @param axis the axis; negative ones count from the end
   * @return the size
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public long shape(int axis) {
    return layout.shape(Shapes.normalAxis(axis, layout.ndim()));
  }

  /**
   * Whether another array has the same sizes in the same order.
   *
   * @param other an array of any type
   * @return true if the shapes are equal
   */
  public boolean sameShape(NDArray other) {
    return layout.sameShape(other.layout);
  }

  /**
   * How far elements are from each other along each axis.
   *
   * @return bytes, a copy; negative for reversed axes, 0 for broadcast ones
   */
  public long[] strides() {
    return layout.strides();
  }

  /**
   * The number of elements.
   *
   * @return the product of the sizes; 1 for a scalar
   */
  public long size() {
    return layout.size();
  }

  /**
   * Whether elements follow each other in C order without gaps.
   *
   * @return true also for arrays of at most one element
   */
  public boolean isContiguous() {
    return layout.isContiguous(dtype.size());
  }

  /**
   * Whether writes are refused.
   *
   * @return true for broadcast views and arrays over read-only memory
   */
  public boolean isReadOnly() {
    return readOnly;
  }

  /**
   * An element as a double.
   *
   * @param index one index an axis, negative ones count from the end; none for an array without axes
   * @return the value, cast; of a complex number the real part
   * @throws IndexOutOfBoundsException if an index is outside or their number is wrong
   */
  public double getDouble(long... index) {
    long at = locate(index);
    storage.acquire();
    try {
      return Cell.of(dtype).getDouble(at);
    } finally {
      storage.release();
      Reference.reachabilityFence(this);
    }
  }

  /**
   * An element as a float.
   *
   * @param index one index an axis, negative ones count from the end
   * @return the value, cast
   * @throws IndexOutOfBoundsException if an index is outside or their number is wrong
   */
  public float getFloat(long... index) {
    return (float) getDouble(index);
  }

  /**
   * An element as a long.
   *
   * @param index one index an axis, negative ones count from the end
   * @return the value, of {@code uint64} its bits ({@link Long#toUnsignedString(long)}); floating point is truncated, NaN and what does not
   *     fit gives {@code Long.MIN_VALUE}
   * @throws IndexOutOfBoundsException if an index is outside or their number is wrong
   */
  public long getLong(long... index) {
    long at = locate(index);
    storage.acquire();
    try {
      return Cell.of(dtype).getLong(at);
    } finally {
      storage.release();
      Reference.reachabilityFence(this);
    }
  }

  /**
   * An element as an int.
   *
   * @param index one index an axis, negative ones count from the end
   * @return the low 32 bits of {@link #getLong}
   * @throws IndexOutOfBoundsException if an index is outside or their number is wrong
   */
  public int getInt(long... index) {
    return (int) getLong(index);
  }

  /**
   * An element as a truth value.
   *
   * @param index one index an axis, negative ones count from the end
   * @return true if it is not zero
   * @throws IndexOutOfBoundsException if an index is outside or their number is wrong
   */
  public boolean getBoolean(long... index) {
    return getDouble(index) != 0 || getImag(index) != 0;
  }

  /**
   * Writes an element.
   *
   * @param value the value, cast to this type
   * @param index one index an axis, negative ones count from the end
   * @throws IndexOutOfBoundsException if an index is outside or their number is wrong
   * @throws UnsupportedOperationException if this is read-only
   */
  public void set(double value, long... index) {
    checkWritable();
    long at = locate(index);
    storage.acquire();
    try {
      Cell.of(dtype).set(at, value);
    } finally {
      storage.release();
      Reference.reachabilityFence(this);
    }
  }

  /**
   * Writes an element.
   *
   * @param value the value, cast to this type
   * @param index one index an axis, negative ones count from the end
   * @throws IndexOutOfBoundsException if an index is outside or their number is wrong
   * @throws UnsupportedOperationException if this is read-only
   */
  public void setLong(long value, long... index) {
    checkWritable();
    long at = locate(index);
    storage.acquire();
    try {
      Cell.of(dtype).set(at, value);
    } finally {
      storage.release();
      Reference.reachabilityFence(this);
    }
  }

  /**
   * The imaginary part of an element; {@link #getDouble} is the real one.
   *
   * @param index one index an axis, negative ones count from the end
   * @return the imaginary part; 0 if the type is not complex
   * @throws IndexOutOfBoundsException if an index is outside or their number is wrong
   */
  public double getImag(long... index) {
    long at = locate(index);
    storage.acquire();
    try {
      return Cell.of(dtype).getImag(at);
    } finally {
      storage.release();
      Reference.reachabilityFence(this);
    }
  }

  /**
   * An element as a complex number.
   *
   * @param index one index an axis, negative ones count from the end
   * @return the value, of any type
   * @throws IndexOutOfBoundsException if an index is outside or their number is wrong
   */
  public Complex getComplex(long... index) {
    return new Complex(getDouble(index), getImag(index));
  }

  /**
   * Writes a complex number.
   *
   * @param re the real part, cast to this type
   * @param im the imaginary part; left out if the type is not complex, but not 0 is true for {@code bool}
   * @param index one index an axis, negative ones count from the end
   * @throws IndexOutOfBoundsException if an index is outside or their number is wrong
   * @throws UnsupportedOperationException if this is read-only
   */
  public void setComplex(double re, double im, long... index) {
    checkWritable();
    long at = locate(index);
    storage.acquire();
    try {
      Cell.of(dtype).set(at, re, im);
    } finally {
      storage.release();
      Reference.reachabilityFence(this);
    }
  }

  /**
   * The real parts.
   *
   * @return a view of the parts of complex elements; this array itself if it is not complex
   */
  public NDArray real() {
    return Parts.real(this);
  }

  /**
   * The imaginary parts.
   *
   * @return a view of the parts of complex elements; read-only zeros if this is not complex
   */
  public NDArray imag() {
    return dtype.isComplex() ? Parts.imag(this) : Nd.broadcastTo(Nd.zeros(dtype), shape());
  }

  /**
   * The same bytes as elements of another type, NumPy's {@code view}.
   *
   * @param type the type; if its elements have another size, the last axis must be without gaps and its bytes a multiple
   *     of that
   * @return a view: the last axis is longer or shorter by the ratio of the sizes
   * @throws IllegalArgumentException if the last axis does not fit the type
   */
  public NDArray view(DType type) {
    return Parts.view(this, type);
  }

  private long locate(long[] index) {
    return address + layout.offset(index);
  }

  private void checkWritable() {
    if (readOnly) {
      throw new UnsupportedOperationException("the array of shape " + Shapes.text(layout.shape()) + " is read-only; write to a copy()");
    }
  }

  /**
   * A copy in fresh memory, in C order.
   *
   * @return an array that shares nothing with this one
   */
  public NDArray copy() {
    return Engine.cast(this, dtype);
  }

  /**
   * A copy in another type. Floating point is truncated towards zero to integers, as NumPy does on x86-64: NaN and what
   * does not fit give the most negative integer. Integers wrap around; NaN is true.
   *
   * @param type the type
   * @return a copy, also when the type is this array's
   */
  public NDArray astype(DType type) {
    return Engine.cast(this, type);
  }

  /**
   * Writes other elements over these.
   *
   * @param values an array that broadcasts to this shape; cast to this type; may overlap with this
   * @return this
   * @throws IllegalArgumentException if the shape does not broadcast to this one
   * @throws UnsupportedOperationException if this is read-only
   */
  public NDArray assign(NDArray values) {
    Engine.assign(this, values);
    return this;
  }

  /**
   * Writes a number over all elements.
   *
   * @param value the value, cast to this type
   * @return this
   * @throws UnsupportedOperationException if this is read-only
   */
  public NDArray assign(double value) {
    return assign(Nd.scalar(dtype, value));
  }

  /**
   * Writes a number over all elements.
   *
   * @param value the value, cast to this type
   * @return this
   * @throws UnsupportedOperationException if this is read-only
   */
  public NDArray assign(long value) {
    return assign(Nd.scalar(dtype, value));
  }

  /**
   * Writes a truth value over all elements.
   *
   * @param value the value, cast to this type
   * @return this
   * @throws UnsupportedOperationException if this is read-only
   */
  public NDArray assign(boolean value) {
    return assign(value ? 1L : 0L);
  }

  /**
   * The bytes of a contiguous array, without copying.
   *
   * @return a segment of exactly this array's bytes, in native byte order; it keeps the memory alive, unless that
   *     belongs to a {@link Scope}, with which it ends, and outside of whose thread it cannot be used
   * @throws IllegalStateException if the array is not C-contiguous, or its memory was released
   */
  public MemorySegment segment() {
    storage.checkAlive();
    if (!isContiguous()) {
      throw new IllegalStateException("an array with " + layout + " is not C-contiguous; take the segment of a copy()");
    }
    var segment = storage.segment(address, Math.multiplyExact(size(), dtype.size()));
    return readOnly ? segment.asReadOnly() : segment;
  }

  @Override
  public NDArray apply(Operation operation) {
    return Engine.apply((Op) operation, this);
  }

  @Override
  public NDArray apply(Operation operation, NDArray other) {
    return Engine.apply((Op) operation, this, other);
  }

  @Override
  public NDArray apply(Operation operation, double other) {
    return Engine.apply((Op) operation, this, Weak.of(this, other));
  }

  @Override
  public NDArray apply(Operation operation, long other) {
    return Engine.apply((Op) operation, this, Weak.of(operation, dtype, other));
  }

  @Override
  public NDArray reduce(Operation operation, Axes axes) {
    return Engine.reduce((Fold) operation, this, axes);
  }

  /**
   * The matrix product of this and another array; see {@link Nd#matmul}.
   *
   * @param other of shape (k,) or (..., k, n), where this has (k,) or (..., m, k)
   * @return the product, of the promoted type
   * @throws IllegalArgumentException if an operand has no axes, the inner sizes differ or the stacks do not broadcast
   */
  public NDArray matmul(NDArray other) {
    return Nd.matmul(this, other);
  }

  /**
   * The elements as text, as NumPy's {@code str} writes them, with the calling thread's {@link Nd#printoptions print options}.
   *
   * @return the text: {@code [1. 2.]}
   */
  @Override
  public String toString() {
    return Printer.str(this, PrintScope.current());
  }

  /**
   * The array as Python writes it in a program, as NumPy's {@code repr} does, with the calling thread's
   * {@link Nd#printoptions print options}.
   *
   * @return the text: {@code array([1., 2.], dtype=float32)}
   */
  public String repr() {
    return Printer.repr(this, PrintScope.current());
  }
}
