package orthant.linalg.blas;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import orthant.memory.Raw;

/** Copies between native memory and Java arrays, for libraries that take only the latter. */
final class Heap {
  private Heap() {}

  /**
   * The length of an array for a matrix.
   *
   * @param rows rows
   * @param columns columns
   * @return their product
   * @throws IllegalArgumentException if no Java array is that long
   */
  static int length(long rows, long columns) {
    long length = Math.multiplyExact(rows, columns);
    if (length > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("a matrix of " + rows + " by " + columns
          + " does not fit into a Java array, which the netlib and java"
          + " backends need here; choose a native one with -Dorthant.linalg.backend");
    }
    return (int) length;
  }

  /**
   * Copies rows of doubles.
   *
   * @param address the first element
   * @param rows rows
   * @param columns elements of a row
   * @param ld elements from one row to the next
   * @return rows without gaps
   */
  static double[] doubles(long address, int rows, int columns, long ld) {
    var array = new double[length(rows, columns)];
    for (int i = 0; i < rows; i++) {
      MemorySegment.copy(Raw.ALL, ValueLayout.JAVA_DOUBLE_UNALIGNED, address + i * ld * 8, array, i * columns, columns);
    }
    return array;
  }

  /**
   * Copies rows of doubles back.
   *
   * @param array rows without gaps
   * @param address the first element
   * @param rows rows
   * @param columns elements of a row
   * @param ld elements from one row to the next
   */
  static void store(double[] array, long address, int rows, int columns, long ld) {
    for (int i = 0; i < rows; i++) {
      MemorySegment.copy(array, i * columns, Raw.ALL, ValueLayout.JAVA_DOUBLE_UNALIGNED, address + i * ld * 8, columns);
    }
  }

  /**
   * Copies rows of floats.
   *
   * @param address the first element
   * @param rows rows
   * @param columns elements of a row
   * @param ld elements from one row to the next
   * @return rows without gaps
   */
  static float[] floats(long address, int rows, int columns, long ld) {
    var array = new float[length(rows, columns)];
    for (int i = 0; i < rows; i++) {
      MemorySegment.copy(Raw.ALL, ValueLayout.JAVA_FLOAT_UNALIGNED, address + i * ld * 4, array, i * columns, columns);
    }
    return array;
  }

  /**
   * Copies rows of floats back.
   *
   * @param array rows without gaps
   * @param address the first element
   * @param rows rows
   * @param columns elements of a row
   * @param ld elements from one row to the next
   */
  static void store(float[] array, long address, int rows, int columns, long ld) {
    for (int i = 0; i < rows; i++) {
      MemorySegment.copy(array, i * columns, Raw.ALL, ValueLayout.JAVA_FLOAT_UNALIGNED, address + i * ld * 4, columns);
    }
  }

  /**
   * Copies 32-bit integers.
   *
   * @param address the first element
   * @param count how many
   * @return an array of them
   */
  static int[] ints(long address, int count) {
    var array = new int[count];
    MemorySegment.copy(Raw.ALL, ValueLayout.JAVA_INT_UNALIGNED, address, array, 0, count);
    return array;
  }

  /**
   * Copies 32-bit integers back.
   *
   * @param array the integers
   * @param address the first element
   */
  static void store(int[] array, long address) {
    MemorySegment.copy(array, 0, Raw.ALL, ValueLayout.JAVA_INT_UNALIGNED, address, array.length);
  }
}
