package orthant.memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All of memory as one segment, addressed by absolute byte addresses.
 *
 * <p>Loops over one static final segment run as fast as loops over a segment per array, and cannot be slowed by what
 * other code did to a shared type profile. There is no safety here: whoever uses this class has checked bounds and
 * liveness of every operand once, before, and keeps the operands reachable until after.
 */
public final class Raw {
  /** The address space. */
  public static final MemorySegment ALL = all();

  private static final ValueLayout.OfDouble F64 = ValueLayout.JAVA_DOUBLE_UNALIGNED;
  private static final ValueLayout.OfFloat F32 = ValueLayout.JAVA_FLOAT_UNALIGNED;
  private static final ValueLayout.OfLong I64 = ValueLayout.JAVA_LONG_UNALIGNED;
  private static final ValueLayout.OfInt I32 = ValueLayout.JAVA_INT_UNALIGNED;
  private static final ValueLayout.OfShort I16 = ValueLayout.JAVA_SHORT_UNALIGNED;
  private static final ValueLayout.OfByte I8 = ValueLayout.JAVA_BYTE;

  private Raw() {}

  @SuppressWarnings("restricted")
  private static MemorySegment all() {
    return MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
  }

  private static final AtomicInteger MARK = new AtomicInteger();

  /**
   * Marks the compiled method around it as one that uses memory of the system, and does nothing else. If a mapped file is cut short, such a method
   * gets an {@code InternalError} where it touches what is gone, and any other ends the virtual machine; loads and stores of vectors alone do
   * not mark it (JDK 25). So every method with loops of those calls this when it begins; inside a loop of vectors it would cost much.
   */
  public static void touch() {
    MARK.getPlain();
  }

  /**
   * Loads a double.
   *
   * @param address absolute address, any alignment
   * @return the value
   */
  public static double getDouble(long address) {
    return ALL.get(F64, address);
  }

  /**
   * Stores a double.
   *
   * @param address absolute address, any alignment
   * @param value the value
   */
  public static void setDouble(long address, double value) {
    ALL.set(F64, address, value);
  }

  /**
   * Loads a float.
   *
   * @param address absolute address, any alignment
   * @return the value
   */
  public static float getFloat(long address) {
    return ALL.get(F32, address);
  }

  /**
   * Stores a float.
   *
   * @param address absolute address, any alignment
   * @param value the value
   */
  public static void setFloat(long address, float value) {
    ALL.set(F32, address, value);
  }

  /**
   * Loads a long.
   *
   * @param address absolute address, any alignment
   * @return the value
   */
  public static long getLong(long address) {
    return ALL.get(I64, address);
  }

  /**
   * Stores a long.
   *
   * @param address absolute address, any alignment
   * @param value the value
   */
  public static void setLong(long address, long value) {
    ALL.set(I64, address, value);
  }

  /**
   * Loads an int.
   *
   * @param address absolute address, any alignment
   * @return the value
   */
  public static int getInt(long address) {
    return ALL.get(I32, address);
  }

  /**
   * Stores an int.
   *
   * @param address absolute address, any alignment
   * @param value the value
   */
  public static void setInt(long address, int value) {
    ALL.set(I32, address, value);
  }

  /**
   * Loads a short.
   *
   * @param address absolute address, any alignment
   * @return the value
   */
  public static short getShort(long address) {
    return ALL.get(I16, address);
  }

  /**
   * Stores a short.
   *
   * @param address absolute address, any alignment
   * @param value the value
   */
  public static void setShort(long address, short value) {
    ALL.set(I16, address, value);
  }

  /**
   * Loads a byte.
   *
   * @param address absolute address
   * @return the value
   */
  public static byte getByte(long address) {
    return ALL.get(I8, address);
  }

  /**
   * Stores a byte.
   *
   * @param address absolute address
   * @param value the value
   */
  public static void setByte(long address, byte value) {
    ALL.set(I8, address, value);
  }

  /**
   * Copies bytes; the ranges may overlap.
   *
   * @param from absolute address
   * @param to absolute address
   * @param bytes how many
   */
  public static void copy(long from, long to, long bytes) {
    MemorySegment.copy(ALL, from, ALL, to, bytes);
  }

  /**
   * Sets bytes to zero.
   *
   * @param address absolute address
   * @param bytes how many
   */
  public static void zero(long address, long bytes) {
    ALL.asSlice(address, bytes).fill((byte) 0);
  }
}
