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
  public void multiply(MatrixLoop loop) {
    var a = loop.a();
    var b = loop.b();
    int item = loop.dtype().size();
    // A single column would fill one lane of a vector.
    var tiles = loop.n() == 1 ? sets.get(loop.dtype()).scalar() : sets.get(loop.dtype());
    if (loop.n() == 1 && loop.m() > 1 && a.row() == item && loop.c().row() == item) {
      // c is a column without gaps: as a row it fills vectors.
      var row = new Form(sets.get(loop.dtype()), item, 1, loop.m(), loop.k(), 0, b.row(), a.column(), item, loop.m() * item);
      loop.forEach((left, right, to) -> multiply(row, right, left, to));
      return;
    }
    var form = new Form(tiles, item, loop.m(), loop.n(), loop.k(), a.row(), a.column(), b.row(), loop.n() == 1 ? item : b.column(),
        loop.c().row());
    if (form.isOneTile()) {
      int m = (int) form.m;
      int n = (int) form.n;
      int k = (int) form.k;
      loop.forEach((left, right, to) -> tiles.run(m, n, k, left, form.aRow, form.aStep, right, form.bStep, to, form.cRow, false));
    } else {
      loop.forEach((left, right, to) -> multiply(form, left, right, to));
    }
  }

  /** What all products of a stack have in common: tiles, sizes and strides, in bytes. */
  private record Form(TileSet tiles, int item, long m, long n, long k, long aRow, long aStep, long bStep, long bColumn, long cRow) {
    /** Whether b is read where it is: its rows have no gaps, and it stays in the cache or is read only once. */
    boolean isPlain() {
      return bColumn == item && (m <= FEW_ROWS || n * k <= UNPACKED);
    }

    boolean isOneTile() {
      return m <= tiles.rows() && n <= tiles.columns() && k <= UNPACKED_DEPTH && isPlain();
    }
  }

  private void multiply(Form form, long a, long b, long c) {
    if (form.isPlain()) {
      plain(form, a, b, c);
    } else {
      packed(form, a, b, c);
    }
  }

  private static void plain(Form form, long a, long b, long c) {
    int columns = form.tiles.columns();
    int rows = form.tiles.rows();
    for (long p = 0; p < form.k; p += UNPACKED_DEPTH) {
      int depth = (int) Math.min(UNPACKED_DEPTH, form.k - p);
      for (long j = 0; j < form.n; j += columns) {
        int width = (int) Math.min(columns, form.n - j);
        for (long i = 0; i < form.m; i += rows) {
          form.tiles.run((int) Math.min(rows, form.m - i), width, depth, a + i * form.aRow + p * form.aStep, form.aRow, form.aStep,
              b + p * form.bStep + j * form.item, form.bStep, c + i * form.cRow + j * form.item, form.cRow, p > 0);
        }
      }
    }
  }

  private void packed(Form form, long a, long b, long c) {
    var panels = borrow();
    try {
      int item = form.item;
      int rows = form.tiles.rows();
      int columns = form.tiles.columns();
      int maxRows = PANEL_ROWS / rows * rows;
      int maxColumns = PANEL_COLUMNS / columns * columns;
      for (long jc = 0; jc < form.n; jc += maxColumns) {
        int width = (int) Math.min(maxColumns, form.n - jc);
        for (long pc = 0; pc < form.k; pc += PANEL_DEPTH) {
          int depth = (int) Math.min(PANEL_DEPTH, form.k - pc);
          for (int j = 0; j < width; j += columns) {
            Strided.copy(item, depth, Math.min(columns, width - j), b + pc * form.bStep + (jc + j) * form.bColumn, form.bStep, form.bColumn,
                panels.b + (long) j * depth * item, (long) columns * item, item);
          }
          for (long ic = 0; ic < form.m; ic += maxRows) {
            int height = (int) Math.min(maxRows, form.m - ic);
            for (int i = 0; i < height; i += rows) {
              Strided.copy(item, depth, Math.min(rows, height - i), a + (ic + i) * form.aRow + pc * form.aStep, form.aStep, form.aRow,
                  panels.a + (long) i * depth * item, (long) rows * item, item);
            }
            block(form.tiles, item, height, width, depth, panels, c + ic * form.cRow + jc * item, form.cRow, pc > 0);
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
