package orthant.io;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import orthant.DType;
import orthant.layout.Layout;
import orthant.layout.Shapes;

/**
 * A tensor of DLPack in native memory: its fields are written as they are, and read with every check that an address allows.
 * Source: dlpack.h 1.1.
 *
 * @param form which of the two structures
 * @param fields its memory
 */
record ManagedTensor(Form form, MemorySegment fields) {
  /** The two structures. */
  enum Form {
    /** {@code DLManagedTensor}: DLTensor; void* manager_ctx; void (*deleter)(DLManagedTensor*). */
    UNVERSIONED(64, 0, 56),
    /**
     * {@code DLManagedTensorVersioned}: {uint32 major, minor}; void* manager_ctx; void (*deleter)(DLManagedTensorVersioned*);
     * uint64 flags; DLTensor.
     */
    VERSIONED(80, 32, 16);

    private final long bytes;
    private final long tensor;
    private final long deleter;

    Form(long bytes, long tensor, long deleter) {
      this.bytes = bytes;
      this.tensor = tensor;
      this.deleter = deleter;
    }
  }

  // struct DLTensor: void* data; {int32 device_type, device_id}; int32 ndim; {uint8 code, bits; uint16 lanes}; int64 *shape,
  // *strides; uint64 byte_offset.
  private static final long DATA = 0;
  private static final long DEVICE = 8;
  private static final long NDIM = 16;
  private static final long CODE = 20;
  private static final long BITS = 21;
  private static final long LANES = 22;
  private static final long SHAPE = 24;
  private static final long STRIDES = 32;
  private static final long OFFSET = 40;

  private static final long MAJOR = 0;
  private static final long MINOR = 4;
  private static final long FLAGS = 24;

  private static final int VERSION = 1;
  private static final long READ_ONLY = 1;
  private static final int CPU = 1;
  private static final int MOST_AXES = 64;

  /**
   * Writes a tensor.
   *
   * @param form the structure
   * @param dtype the type of the elements
   * @param shape the sizes of the axes
   * @param strides elements, not bytes, from one to the next along each axis
   * @param data the address of the first element; 0 if there is none
   * @param readOnly whether the receiver may not write, which only the versioned structure can say
   * @param deleter the address of the function that ends it
   * @param arena where it lies
   * @return the tensor
   */
  static ManagedTensor write(Form form, DType dtype, long[] shape, long[] strides, long data, boolean readOnly, long deleter, Arena arena) {
    int n = shape.length;
    var fields = arena.allocate(form.bytes, 8);
    if (form == Form.VERSIONED) {
      // Nothing here is newer than 1.0.
      fields.set(JAVA_INT, MAJOR, VERSION);
      fields.set(JAVA_LONG, FLAGS, readOnly ? READ_ONLY : 0);
    }
    fields.set(JAVA_LONG, form.deleter, deleter);
    fields.set(JAVA_LONG, form.tensor + DATA, data);
    fields.set(JAVA_INT, form.tensor + DEVICE, CPU);
    fields.set(JAVA_INT, form.tensor + NDIM, n);
    fields.set(JAVA_BYTE, form.tensor + CODE, (byte) code(dtype));
    fields.set(JAVA_BYTE, form.tensor + BITS, (byte) (8 * dtype.size()));
    fields.set(JAVA_SHORT, form.tensor + LANES, (short) 1);
    fields.set(JAVA_LONG, form.tensor + SHAPE, arena.allocateFrom(JAVA_LONG, shape).address());
    fields.set(JAVA_LONG, form.tensor + STRIDES, arena.allocateFrom(JAVA_LONG, strides).address());
    return new ManagedTensor(form, fields);
  }

  /**
   * A tensor that somebody else wrote.
   *
   * @param form the structure
   * @param address where it lies
   * @return the tensor, on the CPU and of a version that is known
   * @throws IllegalArgumentException if it is not
   */
  @SuppressWarnings("restricted")
  static ManagedTensor at(Form form, long address) {
    checkPointer("the address of the tensor", address);
    var tensor = new ManagedTensor(form, MemorySegment.ofAddress(address).reinterpret(form.bytes));
    if (form == Form.VERSIONED && tensor.fields.get(JAVA_INT, MAJOR) != VERSION) {
      throw new IllegalArgumentException("the tensor's version is " + Integer.toUnsignedString(tensor.fields.get(JAVA_INT, MAJOR)) + "."
          + Integer.toUnsignedString(tensor.fields.get(JAVA_INT, MINOR)) + "; it must be " + VERSION
          + ".x; a DLManagedTensor without a version is taken with fromDlpack");
    }
    int device = tensor.fields.get(JAVA_INT, form.tensor + DEVICE);
    if (device != CPU) {
      throw new IllegalArgumentException("the tensor is on a device of type " + device + "; it must be " + CPU + ", the CPU"
          + (form == Form.UNVERSIONED ? "; a DLManagedTensorVersioned is taken with fromDlpackVersioned" : ""));
    }
    return tensor;
  }

  /**
   * The function that ends the tensor.
   *
   * @return its address; 0 if there is nothing to do
   */
  long deleter() {
    return fields.get(JAVA_LONG, form.deleter);
  }

  /**
   * Whether the producer forbids writing.
   *
   * @return false if it cannot say
   */
  boolean isReadOnly() {
    return form == Form.VERSIONED && (fields.get(JAVA_LONG, FLAGS) & READ_ONLY) != 0;
  }

  /**
   * The type of the elements.
   *
   * @return the type
   * @throws IllegalArgumentException if arrays do not have it
   */
  DType dtype() {
    int code = Byte.toUnsignedInt(fields.get(JAVA_BYTE, form.tensor + CODE));
    int bits = Byte.toUnsignedInt(fields.get(JAVA_BYTE, form.tensor + BITS));
    int lanes = Short.toUnsignedInt(fields.get(JAVA_SHORT, form.tensor + LANES));
    return Arrays.stream(DType.values()).filter(dtype -> code(dtype) == code && 8 * dtype.size() == bits && lanes == 1).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the tensor's type has code " + code + ", " + bits + " bits and " + lanes
            + " lanes, which is none of " + Arrays.toString(DType.values())));
  }

  /**
   * Shape and strides.
   *
   * @param item bytes of an element
   * @return the layout; C order if there are no elements, whatever strides they would have
   * @throws IllegalArgumentException if there is no such layout
   */
  Layout layout(int item) {
    int n = fields.get(JAVA_INT, form.tensor + NDIM);
    if (n < 0 || n > MOST_AXES) {
      throw new IllegalArgumentException("the tensor has " + n + " axes; there may be 0 to " + MOST_AXES);
    }
    long[] shape = n == 0 ? new long[0] : longs("shape", fields.get(JAVA_LONG, form.tensor + SHAPE), n);
    var dense = Layout.contiguous(item, shape);
    long steps = fields.get(JAVA_LONG, form.tensor + STRIDES);
    if (n == 0 || steps == 0 || dense.size() == 0) {
      return dense;
    }
    long[] strides = longs("strides", steps, n);
    try {
      long span = item;
      for (int i = 0; i < n; i++) {
        strides[i] = Math.multiplyExact(strides[i], item);
        span = Math.addExact(span, Math.absExact(Math.multiplyExact(shape[i] - 1, strides[i])));
      }
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("the tensor of shape " + Shapes.text(shape) + " and strides "
          + Shapes.text(longs("strides", steps, n)) + " in elements spans 2^63 bytes or more; it must span less");
    }
    return Layout.of(shape, strides);
  }

  /**
   * Where the first element lies.
   *
   * @param dtype the type of the elements
   * @param layout shape and strides
   * @return an absolute address; 0 if there are no elements
   * @throws IllegalArgumentException if the elements cannot lie there
   */
  long data(DType dtype, Layout layout) {
    if (layout.size() == 0) {
      return 0;
    }
    long data = fields.get(JAVA_LONG, form.tensor + DATA);
    long offset = fields.get(JAVA_LONG, form.tensor + OFFSET);
    if (data == 0) {
      throw new IllegalArgumentException("the tensor of shape " + Shapes.text(layout.shape())
          + " has no data, its pointer is null; only a tensor without elements may be so");
    }
    long first = data + offset;
    // Sums that overflow are negative.
    if (data < 0 || offset < 0 || first < 0 || first + layout.lowByte() <= 0 || first + layout.highByte(dtype.size()) < 0) {
      throw new IllegalArgumentException("the tensor's data at 0x" + Long.toHexString(data) + " with byte offset "
          + Long.toUnsignedString(offset) + " has elements from byte " + layout.lowByte() + " to " + layout.highByte(dtype.size())
          + "; all of them must lie between the addresses 0 and 2^63");
    }
    // As in C, a complex number lies wherever its parts may.
    int alignment = dtype.real().size();
    if (first % alignment != 0) {
      throw new IllegalArgumentException("the tensor's elements begin at address 0x" + Long.toHexString(first)
          + ", which is not a multiple of " + alignment + "; elements of " + dtype + " must be aligned so");
    }
    return first;
  }

  /**
   * Whether elements may lie on each other, which would be written several times: unless each axis, those of short strides first,
   * steps over everything that the ones before it span.
   *
   * @param layout shape and strides
   * @param item bytes of an element
   * @return false if they certainly do not
   */
  static boolean mayOverlap(Layout layout, int item) {
    long span = item;
    var axes = IntStream.range(0, layout.ndim()).filter(i -> layout.shape(i) > 1).boxed()
        .sorted(Comparator.comparingLong(i -> Math.abs(layout.stride(i)))).toList();
    for (int i : axes) {
      long step = Math.abs(layout.stride(i));
      if (step < span) {
        return true;
      }
      span += (layout.shape(i) - 1) * step;
    }
    return false;
  }

  private static int code(DType dtype) {
    return switch (dtype.kind()) {
      case INTEGER -> 0;
      case UNSIGNED -> 1;
      case FLOAT -> 2;
      case COMPLEX -> 5;
      case BOOL -> 6;
    };
  }

  @SuppressWarnings("restricted")
  private static long[] longs(String name, long address, int count) {
    checkPointer("the address of the tensor's " + name, address);
    return MemorySegment.ofAddress(address).reinterpret(8L * count).toArray(JAVA_LONG);
  }

  private static void checkPointer(String name, long address) {
    if (address <= 0 || address % 8 != 0) {
      throw new IllegalArgumentException(
          name + " is 0x" + Long.toHexString(address) + "; it must be a multiple of 8 between 0 and 2^63, and not null");
    }
  }
}
