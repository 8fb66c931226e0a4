package orthant.linalg.blas;

import java.lang.foreign.Arena;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import orthant.DType;
import orthant.kernel.MatrixLoop;
import orthant.memory.Raw;

/**
 * The product in Java, for all numeric types: register tiles, and for large matrices panels packed to fit the caches, as
 * in Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication" (2008).
 */
final class TileKernel implements Kernel {
  /** Rows of a and columns of b in a pair of packed panels, and the length of both: L2, L3 and L1 in turn. */
  private static final int PANEL_ROWS = 192;
  private static final int PANEL_COLUMNS = 1536;
  private static final int PANEL_DEPTH = 256;
  /** Elements of b that stay in the cache unpacked while all rows of a pass by. */
  private static final long UNPACKED = 16 * 1024;
  /** So few rows that packing b would cost more than it saves; not the height of a tile, so that all forms sum alike. */
  private static final int FEW_ROWS = 4;
  private static final int UNPACKED_DEPTH = 1 << 20;

  private static final TileKernel VECTOR = new TileKernel(VectorWidth.IS_THERE && VectorWidth.bits() >= 256 ? VectorWidth.bits() : 0);
  private static final TileKernel SCALAR = new TileKernel(0);

  private final Map<DType, TileSet> sets = new EnumMap<>(DType.class);
  private final ArrayDeque<Panels> idle = new ArrayDeque<>();
  private final int bits;

  private TileKernel(int bits) {
    this.bits = bits;
    for (var dtype : DType.values()) {
      if (!dtype.isBool()) {
        sets.put(dtype, TileSet.of(dtype, bits));
      }
    }
  }

  /**
   * The kernel with vectors where the machine and the flags allow them.
   *
   * @return the only instance
   */
  static TileKernel vector() {
    return VECTOR;
  }

  /**
   * The kernel without vectors.
   *
   * @return the only instance
   */
  static TileKernel scalar() {
    return SCALAR;
  }

  /**
   * The width of its vectors.
   *
   * @return bits, 0 for the scalar form
   */
  int bits() {
    return bits;
  }

  /** Two buffers for packed panels. They stay for the next product; there are as many as products ran at one time. */
  private record Panels(long a, long b) {}

  private Panels borrow() {
    synchronized (idle) {
      if (!idle.isEmpty()) {
        return idle.pop();
      }
    }
    var arena = Arena.global();
    return new Panels(arena.allocate((PANEL_ROWS + 64L) * PANEL_DEPTH * 8, 4096).address(),
        arena.allocate((PANEL_COLUMNS + 256L) * PANEL_DEPTH * 8, 4096).address());
  }

  private void giveBack(Panels panels) {
    synchronized (idle) {
      idle.push(panels);
    }
  }

  @Override
  public void multiply(MatrixLoop loop, long a, long b, long c) {
    var ga = loop.a();
    var gb = loop.b();
    int item = loop.dtype().size();
    boolean columnVector = loop.n() == 1;
    if (columnVector && loop.m() > 1 && ga.row() == item && loop.c().row() == item) {
      // c is a column without gaps: as a row it fills vectors.
      multiply(loop.dtype(), 1, loop.m(), loop.k(), b, 0, gb.row(), a, ga.column(), ga.row(), c, loop.m() * item);
    } else {
      multiply(loop.dtype(), loop.m(), loop.n(), loop.k(), a, ga.row(), ga.column(), b, gb.row(), columnVector ? item : gb.column(), c,
          loop.c().row());
    }
  }

  private void multiply(DType dtype, long m, long n, long k, long a, long aRow, long aStep, long b, long bStep, long bColumn, long c, long cRow) {
    // A single column would fill one lane of a vector.
    var tiles = n == 1 ? sets.get(dtype).scalar() : sets.get(dtype);
    int item = dtype.size();
    boolean plain = bColumn == item && (m <= FEW_ROWS || n * k <= UNPACKED);
    if (plain) {
      for (long p = 0; p < k; p += UNPACKED_DEPTH) {
        int depth = (int) Math.min(UNPACKED_DEPTH, k - p);
        for (long j = 0; j < n; j += tiles.columns()) {
          int width = (int) Math.min(tiles.columns(), n - j);
          column(tiles, item, m, width, depth, a + p * aStep, aRow, aStep, b + p * bStep + j * item, bStep, c + j * item, cRow, p > 0);
        }
      }
    } else {
      packed(tiles, item, m, n, k, a, aRow, aStep, b, bStep, bColumn, c, cRow);
    }
  }

  /** One column of tiles: all rows of a times as many columns of b as a tile has. */
  private static void column(
      TileSet tiles, int item, long m, int width, int depth, long a, long aRow, long aStep, long b, long bStep, long c, long cRow, boolean add) {
    int rows = tiles.rows();
    for (long i = 0; i < m; i += rows) {
      tiles.run((int) Math.min(rows, m - i), width, depth, a + i * aRow, aRow, aStep, b, bStep, c + i * cRow, cRow, add);
    }
  }

  private void packed(
      TileSet tiles, int item, long m, long n, long k, long a, long aRow, long aStep, long b, long bStep, long bColumn, long c, long cRow) {
    var panels = borrow();
    try {
      int rows = tiles.rows();
      int columns = tiles.columns();
      int maxRows = PANEL_ROWS / rows * rows;
      int maxColumns = PANEL_COLUMNS / columns * columns;
      for (long jc = 0; jc < n; jc += maxColumns) {
        int width = (int) Math.min(maxColumns, n - jc);
        for (long pc = 0; pc < k; pc += PANEL_DEPTH) {
          int depth = (int) Math.min(PANEL_DEPTH, k - pc);
          for (int j = 0; j < width; j += columns) {
            Strided.copy(item, depth, Math.min(columns, width - j), b + pc * bStep + (jc + j) * bColumn, bStep, bColumn,
                panels.b + (long) j * depth * item, (long) columns * item, item);
          }
          for (long ic = 0; ic < m; ic += maxRows) {
            int height = (int) Math.min(maxRows, m - ic);
            for (int i = 0; i < height; i += rows) {
              Strided.copy(item, depth, Math.min(rows, height - i), a + (ic + i) * aRow + pc * aStep, aStep, aRow,
                  panels.a + (long) i * depth * item, (long) rows * item, item);
            }
            block(tiles, item, height, width, depth, panels, c + ic * cRow + jc * item, cRow, pc > 0);
          }
        }
      }
    } finally {
      giveBack(panels);
    }
  }

  private static void block(TileSet tiles, int item, int height, int width, int depth, Panels panels, long c, long cRow, boolean add) {
    int rows = tiles.rows();
    int columns = tiles.columns();
    for (int j = 0; j < width; j += columns) {
      int w = Math.min(columns, width - j);
      for (int i = 0; i < height; i += rows) {
        tiles.run(Math.min(rows, height - i), w, depth, panels.a + (long) i * depth * item, item, (long) rows * item,
            panels.b + (long) j * depth * item, (long) columns * item, c + i * cRow + (long) j * item, cRow, add);
      }
    }
  }

  /**
   * Sets a result to zero, for sums of no elements.
   *
   * @param loop the loop; its k is 0
   * @param c address of the result
   */
  static void zero(MatrixLoop loop, long c) {
    for (long i = 0; i < loop.m(); i++) {
      Raw.zero(c + i * loop.c().row(), loop.n() * loop.dtype().size());
    }
  }
}
