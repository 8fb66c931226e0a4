package orthant.linalg;

import java.lang.foreign.Arena;
import java.lang.ref.Reference;
import java.util.Arrays;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Access;
import orthant.kernel.MatrixLoop;
import orthant.kernel.MatrixLoop.Grid;
import orthant.layout.Layout;
import orthant.layout.Shapes;
import orthant.linalg.blas.Backends;
import orthant.linalg.blas.Matrices;
import orthant.memory.Raw;

/** Linear systems: shapes, stacks and buffers around LAPACK, which wants columns and overwrites its input. */
final class Solver {
  private static final int ITEM = 8;

  private Solver() {}

  static NDArray solve(NDArray a, NDArray b) {
    var type = resultType(a, b);
    boolean vector = b.ndim() == 1;
    checkSystem(a, b, vector);
    long[] aStack = Arrays.copyOf(a.shape(), a.ndim() - 2);
    long[] bStack = vector ? new long[0] : Arrays.copyOf(b.shape(), b.ndim() - 2);
    long[] stack = Shapes.broadcast(aStack, bStack);
    long order = a.shape(-1);
    long columns = vector ? 1 : b.shape(-1);
    long[] shape = Arrays.copyOf(stack, stack.length + (vector ? 1 : 2));
    shape[stack.length] = order;
    if (!vector) {
      shape[stack.length + 1] = columns;
    }
    var left = doubles(a);
    var right = doubles(b);
    var x = Nd.empty(DType.float64, shape);
    if (x.size() > 0) {
      run(left, right, x, () -> factorAndSolve(loop(left, right, x, stack, vector), Matrices.size(order), Matrices.size(columns)));
    }
    return type == DType.float64 ? x : x.astype(type);
  }

  private static void checkSystem(NDArray a, NDArray b, boolean vector) {
    if (a.ndim() < 2 || a.shape(-1) != a.shape(-2)) {
      throw new IllegalArgumentException("cannot solve with a matrix of shape " + Shapes.text(a.shape())
          + "; the last two axes must be square");
    }
    if (b.ndim() == 0 || b.shape(vector ? 0 : -2) != a.shape(-1)) {
      throw new IllegalArgumentException("cannot solve a matrix of shape " + Shapes.text(a.shape()) + " for right-hand sides of shape "
          + Shapes.text(b.shape()) + "; these must be a vector of " + a.shape(-1) + " or (..., " + a.shape(-1) + ", k)");
    }
  }

  /** The stack as a loop of products x = a b, which has the right sizes and strides for a b = x too. */
  private static MatrixLoop loop(NDArray a, NDArray b, NDArray x, long[] stack, boolean vector) {
    var door = Access.door();
    return new MatrixLoop(DType.float64, a.shape(-1), vector ? 1 : b.shape(-1), a.shape(-1), grid(a, false), grid(b, vector),
        grid(x, vector), stack, stackStrides(door.layout(a), stack, 2), stackStrides(door.layout(b), stack, vector ? 1 : 2),
        stackStrides(door.layout(x), stack, vector ? 1 : 2));
  }

  private static Grid grid(NDArray array, boolean vector) {
    var layout = Access.door().layout(array);
    int last = layout.ndim() - 1;
    return new Grid(Access.door().address(array), layout.stride(vector ? last : last - 1), vector ? ITEM : layout.stride(last));
  }

  private static long[] stackStrides(Layout layout, long[] stack, int core) {
    long[] strides = new long[stack.length];
    int own = layout.ndim() - core;
    for (int i = 0; i < own; i++) {
      strides[stack.length - own + i] = layout.shape(i) == 1 ? 0 : layout.stride(i);
    }
    return strides;
  }

  private static void factorAndSolve(MatrixLoop loop, int n, int columns) {
    var lapack = Backends.active().lapack();
    try (var arena = Arena.ofConfined()) {
      long factors = arena.allocate(Matrices.bytes(n, n), 64).address();
      long sides = arena.allocate(Matrices.bytes(n, columns), 64).address();
      long pivots = arena.allocate(n * 4L, 64).address();
      // Rows of a taken as columns make its transpose, and LAPACK can solve with that: no transposition for either order.
      boolean transposed = loop.a().column() == ITEM;
      var from = transposed ? loop.a() : loop.a().transposed();
      long[] count = {0};
      long[] factored = {0, -1};
      loop.forEach((a, b, x) -> {
        if (factored[1] < 0 || factored[0] != a) {
          Matrices.copy(n, n, a, from.row(), from.column(), factors, (long) n * ITEM, ITEM);
          int info = lapack.getrf(n, factors, pivots);
          if (info > 0) {
            throw new LinAlgException("singular matrix" + which(loop.stack(), count[0]) + ": pivot " + (info - 1)
                + " of its LU decomposition is exactly zero; lstsq solves such systems");
          }
          factored[0] = a;
          factored[1] = 0;
        }
        Matrices.copy(columns, n, b, loop.b().column(), loop.b().row(), sides, (long) n * ITEM, ITEM);
        lapack.getrs(transposed, n, columns, factors, pivots, sides);
        Matrices.copy(n, columns, sides, ITEM, (long) n * ITEM, x, loop.c().row(), loop.c().column());
        count[0]++;
      });
    }
  }

  private static String which(long[] stack, long number) {
    if (stack.length == 0) {
      return "";
    }
    long[] index = new long[stack.length];
    for (int axis = stack.length - 1; axis >= 0; axis--) {
      index[axis] = number % stack[axis];
      number /= stack[axis];
    }
    return " at index " + Shapes.text(index) + " of the stack";
  }

  static LeastSquares lstsq(NDArray a, NDArray b, double rcond) {
    var type = resultType(a, b);
    if (a.ndim() != 2 || b.ndim() < 1 || b.ndim() > 2 || a.shape(0) != b.shape(0)) {
      throw new IllegalArgumentException("cannot fit a matrix of shape " + Shapes.text(a.shape()) + " to right-hand sides of shape "
          + Shapes.text(b.shape()) + "; the shapes must be (m, n), and (m,) or (m, k)");
    }
    if (Double.isNaN(rcond)) {
      throw new IllegalArgumentException("rcond is NaN; it must be a number");
    }
    boolean vector = b.ndim() == 1;
    long m = a.shape(0);
    long n = a.shape(1);
    long columns = vector ? 1 : b.shape(1);
    var x = vector ? Nd.empty(DType.float64, n) : Nd.empty(DType.float64, n, columns);
    var values = Nd.empty(DType.float64, Math.min(m, n));
    var sums = Nd.empty(DType.float64, columns);
    var left = doubles(a);
    var right = doubles(b);
    int[] rank = {0};
    run(left, right, x, () -> rank[0] =
        fit(Matrices.size(m), Matrices.size(n), Matrices.size(columns), grid(left, false), grid(right, vector), grid(x, vector),
            Access.door().address(values), Access.door().address(sums), rcond));
    Reference.reachabilityFence(values);
    Reference.reachabilityFence(sums);
    var residuals = rank[0] < n || m <= n ? Nd.empty(DType.float64, 0) : sums;
    return type == DType.float64
        ? new LeastSquares(x, residuals, rank[0], values)
        : new LeastSquares(x.astype(type), residuals.astype(type), rank[0], values.astype(type));
  }

  private static int fit(int m, int n, int columns, Grid a, Grid b, Grid x, long values, long sums, double rcond) {
    if (m == 0 || n == 0) {
      return fitNothing(m, n, columns, b, x, sums);
    }
    int longest = Math.max(m, n);
    try (var arena = Arena.ofConfined()) {
      long matrix = arena.allocate(Matrices.bytes(m, n), 64).address();
      // LAPACK wants at least one right-hand side; rank and singular values are wanted also for none.
      long sides = arena.allocate(Matrices.bytes(longest, Math.max(1, columns)), 64).address();
      Matrices.copy(n, m, a.address(), a.column(), a.row(), matrix, (long) m * ITEM, ITEM);
      checkFinite(matrix, (long) m * n);
      Matrices.copy(columns, m, b.address(), b.column(), b.row(), sides, (long) longest * ITEM, ITEM);
      var found = Backends.active().lapack().gelsd(m, n, Math.max(1, columns), matrix, sides, values, rcond);
      if (found.info() > 0) {
        throw new LinAlgException("the singular values of the matrix of shape " + Shapes.text(m, n) + " did not converge: " + found.info()
            + " off-diagonal elements are not zero");
      }
      Matrices.copy(n, columns, sides, ITEM, (long) longest * ITEM, x.address(), x.row(), x.column());
      for (int j = 0; j < columns; j++) {
        double sum = 0;
        for (long i = n; i < m; i++) {
          double d = Raw.getDouble(sides + (j * (long) longest + i) * ITEM);
          sum += d * d;
        }
        Raw.setDouble(sums + (long) j * ITEM, sum);
      }
      return found.rank();
    }
  }

  /** Without equations the shortest solution is zero; without unknowns the right-hand sides are the differences. */
  private static int fitNothing(int m, int n, int columns, Grid b, Grid x, long sums) {
    for (int j = 0; j < columns; j++) {
      double sum = 0;
      for (int i = 0; i < m; i++) {
        double d = Raw.getDouble(b.address() + i * b.row() + j * b.column());
        sum += d * d;
      }
      Raw.setDouble(sums + (long) j * ITEM, sum);
      for (int i = 0; i < n; i++) {
        Raw.setDouble(x.address() + i * x.row() + j * x.column(), 0);
      }
    }
    return 0;
  }

  /** Singular values of NaN do not converge, and some builds of LAPACK take for ever to find out. */
  private static void checkFinite(long address, long count) {
    for (long i = 0; i < count; i++) {
      double value = Raw.getDouble(address + i * ITEM);
      if (!Double.isFinite(value)) {
        throw new LinAlgException("the matrix has an element " + value
            + "; its singular values do not converge, all elements must be finite");
      }
    }
  }

  private static DType resultType(NDArray a, NDArray b) {
    return a.dtype() == DType.float32 && b.dtype() == DType.float32 ? DType.float32 : DType.float64;
  }

  private static NDArray doubles(NDArray array) {
    if (array.dtype().isComplex()) {
      throw new IllegalArgumentException("a matrix of type " + array.dtype() + "; complex systems are not supported, only real ones");
    }
    return array.dtype() == DType.float64 ? array : array.astype(DType.float64);
  }

  /** Keeps both operands' memory while native code reads it; the result is fresh and kept by the caller. */
  private static void run(NDArray a, NDArray b, NDArray x, Runnable body) {
    var sa = Access.door().storage(a);
    var sb = Access.door().storage(b);
    sa.acquire();
    try {
      sb.acquire();
      try {
        Backends.active().threads().run(body);
      } finally {
        sb.release();
      }
    } finally {
      sa.release();
      Reference.reachabilityFence(a);
      Reference.reachabilityFence(b);
      Reference.reachabilityFence(x);
    }
  }
}
