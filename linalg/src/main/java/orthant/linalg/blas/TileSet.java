package orthant.linalg.blas;

import java.util.concurrent.atomic.AtomicReferenceArray;
import orthant.DType;

/**
 * The tiles of one element type: full ones and all the smaller ones that the edges of a matrix need.
 *
 * <p>Vector tiles run a hundred times slower than scalar ones until the JIT has compiled them, so they are warmed up in the
 * background. Until one is ready, scalar tiles do its part; the bits are the same.
 */
final class TileSet {
  /** 12 sums and 4 operands, for the 16 registers every machine has. */
  private static final int SCALAR_ROWS = 4;
  private static final int SCALAR_COLUMNS = 3;

  private final DType dtype;
  private final int item;
  private final int lanes;
  private final int rows;
  private final int vectors;
  private final AtomicReferenceArray<Tile> ready;
  private final AtomicReferenceArray<Boolean> asked;
  private final TileSet scalar;

  private TileSet(DType dtype, int lanes, int rows, int vectors, TileSet scalar) {
    this.dtype = dtype;
    this.item = dtype.size();
    this.lanes = lanes;
    this.rows = rows;
    this.vectors = vectors;
    this.scalar = scalar;
    this.ready = new AtomicReferenceArray<>(rows * vectors * 2);
    this.asked = new AtomicReferenceArray<>(rows * vectors * 2);
  }

  /**
   * The tiles of a type.
   *
   * @param dtype a numeric type
   * @param bits width of a vector, 0 for scalar tiles
   * @return with vectors, 12 sums and 3 operands for the 16 registers of AVX2; with more of them, AVX-512 was slower
   */
  static TileSet of(DType dtype, int bits) {
    var scalar = new TileSet(dtype, 1, SCALAR_ROWS, SCALAR_COLUMNS, null);
    return bits == 0 ? scalar : new TileSet(dtype, bits / 8 / dtype.size(), 6, 2, scalar);
  }

  /**
   * These tiles without vectors.
   *
   * @return this, if it has none
   */
  TileSet scalar() {
    return scalar == null ? this : scalar;
  }

  /**
   * The rows of a full tile.
   *
   * @return a few
   */
  int rows() {
    return rows;
  }

  /**
   * The columns of a full tile.
   *
   * @return lanes times vectors
   */
  int columns() {
    return lanes * vectors;
  }

  /**
   * Computes one tile of c = a b, or of c += a b.
   *
   * @param m its rows, from 1 to {@link #rows}
   * @param n its columns, from 1 to {@link #columns}
   * @param k the length of the sums
   * @param a address of the first row
   * @param aRow bytes from one row of a to the next
   * @param aStep bytes from one column of a to the next
   * @param b address of the first row; its columns have no gaps
   * @param bStep bytes from one row of b to the next
   * @param c address of the result; its columns have no gaps
   * @param cRow bytes from one row of c to the next
   * @param add whether to add to c
   */
  void run(int m, int n, int k, long a, long aRow, long aStep, long b, long bStep, long c, long cRow, boolean add) {
    var tile = tile(m, n);
    if (tile != null) {
      tile.run(k, a, aRow, aStep, b, bStep, c, cRow, n % lanes, add);
      return;
    }
    for (int i = 0; i < m; i += SCALAR_ROWS) {
      for (int j = 0; j < n; j += SCALAR_COLUMNS) {
        scalar.tile(Math.min(SCALAR_ROWS, m - i), Math.min(SCALAR_COLUMNS, n - j))
            .run(k, a + i * aRow, aRow, aStep, b + (long) j * item, bStep, c + i * cRow + (long) j * item, cRow, 0, add);
      }
    }
  }

  /** The tile if it is ready; a scalar one is made at once, a vector one in the background. */
  private Tile tile(int m, int n) {
    int v = (n + lanes - 1) / lanes;
    boolean masked = n % lanes != 0;
    int slot = ((m - 1) * vectors + v - 1) * 2 + (masked ? 1 : 0);
    var tile = ready.get(slot);
    if (tile == null && lanes == 1) {
      tile = TileEmitter.emit(dtype, 1, m, v, false);
      ready.set(slot, tile);
    } else if (tile == null && asked.compareAndSet(slot, null, true)) {
      TileWarmer.warm(dtype, lanes, m, v, masked, warm -> ready.set(slot, warm));
    }
    return tile;
  }
}
