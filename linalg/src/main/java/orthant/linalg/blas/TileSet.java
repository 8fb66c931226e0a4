package orthant.linalg.blas;

import java.util.concurrent.atomic.AtomicReferenceArray;
import orthant.DType;

/**
 * The tiles of one element type: full ones and all the smaller ones that the edges of a matrix need.
 *
 * <p>Scalar tiles are ready at once. Vector tiles run a hundred times slower than scalar ones until the JIT has compiled
 * them, so they are warmed up in the background and used from then on; the bits are the same.
 */
final class TileSet {
  private final DType dtype;
  private final int lanes;
  private final int rows;
  private final int vectors;
  private final AtomicReferenceArray<Tile> ready;
  private final AtomicReferenceArray<Boolean> asked;

  private TileSet(DType dtype, int lanes, int rows, int vectors) {
    this.dtype = dtype;
    this.lanes = lanes;
    this.rows = rows;
    this.vectors = vectors;
    this.ready = new AtomicReferenceArray<>(rows * vectors * 2);
    this.asked = new AtomicReferenceArray<>(rows * vectors * 2);
  }

  /**
   * The scalar tiles of a type.
   *
   * @param dtype a numeric type
   * @return 12 sums and 4 operands, for the 16 registers every machine has
   */
  static TileSet scalar(DType dtype) {
    return new TileSet(dtype, 1, 4, 3);
  }

  /**
   * The vector tiles of a type.
   *
   * @param dtype a numeric type
   * @param bits width of a vector
   * @return 12 sums and 3 operands, for the 16 registers of AVX2; with more of them, AVX-512 was slower
   */
  static TileSet vector(DType dtype, int bits) {
    return new TileSet(dtype, bits / 8 / dtype.size(), 6, 2);
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
   * Columns in the last, masked vector of a tile.
   *
   * @param n columns of the tile
   * @return 0 if no vector is masked
   */
  int tail(int n) {
    return n % lanes;
  }

  /**
   * A tile that is ready.
   *
   * @param m its rows, up to {@link #rows}
   * @param n its columns, up to {@link #columns}
   * @return the tile
   */
  Tile tile(int m, int n) {
    return ready.get(slot(m, n));
  }

  private int slot(int m, int n) {
    int v = (n + lanes - 1) / lanes;
    return ((m - 1) * vectors + v - 1) * 2 + (n % lanes == 0 ? 0 : 1);
  }

  /**
   * Whether all tiles that a matrix needs are ready; those that are not are prepared, scalar ones at once and vector ones
   * in the background.
   *
   * @param m rows of the result
   * @param n columns of the result
   * @return true if {@link #tile} may be used for it
   */
  boolean isReadyFor(long m, long n) {
    int bottom = (int) (m % rows);
    int right = (int) (n % columns());
    boolean ok = true;
    if (m >= rows) {
      ok &= n < columns() || isReady(rows, columns());
      ok &= right == 0 || isReady(rows, right);
    }
    if (bottom > 0) {
      ok &= n < columns() || isReady(bottom, columns());
      ok &= right == 0 || isReady(bottom, right);
    }
    return ok;
  }

  private boolean isReady(int m, int n) {
    int slot = slot(m, n);
    if (ready.get(slot) != null) {
      return true;
    }
    int v = (n + lanes - 1) / lanes;
    boolean masked = n % lanes != 0;
    if (lanes == 1) {
      ready.compareAndSet(slot, null, TileEmitter.emit(dtype, 1, m, v, false));
      return true;
    }
    if (asked.compareAndSet(slot, null, true)) {
      TileWarmer.warm(dtype, lanes, m, v, masked, tile -> ready.set(slot, tile));
    }
    return false;
  }
}
