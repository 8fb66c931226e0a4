package orthant.io;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Access;
import orthant.memory.Raw;

/** Rows of which nobody knows yet how many there will be: native pieces, each twice as large as the one before. */
final class RowStore implements AutoCloseable {
  private static final long FIRST = 1L << 16;
  private static final long LARGEST = 1L << 26;

  private final Arena arena = Arena.ofConfined();
  private final List<MemorySegment> pieces = new ArrayList<>();
  private final DType dtype;
  private final int columns;
  private final long rowBytes;
  /** How much of the last piece is free. */
  private long free;

  private long pieceBytes = FIRST;
  private long address;

  /** How many rows there are. */
  long rows;

  RowStore(DType dtype, int columns) {
    this.dtype = dtype;
    this.columns = columns;
    this.rowBytes = (long) columns * dtype.size();
  }

  /** Room for one more row; it counts when {@link #rows} is raised. */
  long room() {
    if (free < rowBytes) {
      long bytes = Math.max(1, pieceBytes / rowBytes) * rowBytes;
      pieces.add(arena.allocate(bytes, 16));
      address = pieces.getLast().address();
      free = bytes;
      pieceBytes = Math.min(2 * pieceBytes, LARGEST);
    }
    return address;
  }

  /** Keeps the row that was written into the room. */
  void keep() {
    rows++;
    address += rowBytes;
    free -= rowBytes;
  }

  /** All rows as an array. */
  NDArray array() {
    var array = Nd.empty(dtype, rows, columns);
    var door = Access.door();
    var storage = door.storage(array);
    storage.acquire();
    try {
      long to = door.address(array);
      long left = rows * rowBytes;
      for (var piece : pieces) {
        long bytes = Math.min(piece.byteSize(), left);
        Raw.copy(piece.address(), to, bytes);
        to += bytes;
        left -= bytes;
      }
    } finally {
      storage.release();
      Reference.reachabilityFence(array);
    }
    return array;
  }

  @Override
  public void close() {
    arena.close();
  }
}
