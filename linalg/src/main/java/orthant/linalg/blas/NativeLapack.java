package orthant.linalg.blas;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import orthant.memory.Raw;

/** LAPACK of a native library through its Fortran symbols, which every build has. */
final class NativeLapack implements Lapack {
  /** Below this size nothing is threaded, so any stack is deep enough. */
  private static final int SMALL = 64;

  /** Fortran takes numbers by address: room for them, one for each thread, as small systems come by the thousands. */
  private static final ThreadLocal<MemorySegment> CELLS = ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(128, 64));

  private final MethodHandle getrf;
  private final MethodHandle getrs;
  private final MethodHandle gelsd;
  private final MethodHandle geev;

  /**
   * Binds the functions.
   *
   * @param library a checked library
   */
  NativeLapack(NativeLibrary library) {
    getrf = library.function("dgetrf_", FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
    // The last argument is the length of the string, which Fortran passes by value.
    getrs = library.function("dgetrs_", FunctionDescriptor.ofVoid(
        JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
    gelsd = library.function("dgelsd_", FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
        JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
    geev = library.function("dgeev_", FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
        JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
  }

  @Override
  public int getrf(int n, long a, long pivots) {
    return n > SMALL ? DeepStack.call(() -> factor(n, a, pivots)) : factor(n, a, pivots);
  }

  private int factor(int n, long a, long pivots) {
    var cells = CELLS.get();
    try {
      long size = cells.address();
      long info = size + 8;
      Raw.setInt(size, n);
      getrf.invokeExact(size, size, a, size, pivots, info);
      return checked(Raw.getInt(info), "dgetrf");
    } catch (Throwable e) {
      throw rethrown(e);
    } finally {
      Reference.reachabilityFence(cells);
    }
  }

  @Override
  public void getrs(boolean transposed, int n, int columns, long a, long pivots, long b) {
    if (n > SMALL) {
      DeepStack.call(() -> substitute(transposed, n, columns, a, pivots, b));
    } else {
      substitute(transposed, n, columns, a, pivots, b);
    }
  }

  private int substitute(boolean transposed, int n, int columns, long a, long pivots, long b) {
    var cells = CELLS.get();
    try {
      long trans = cells.address();
      long size = trans + 8;
      long sides = trans + 16;
      long info = trans + 24;
      Raw.setByte(trans, (byte) (transposed ? 'T' : 'N'));
      Raw.setInt(size, n);
      Raw.setInt(sides, columns);
      getrs.invokeExact(trans, size, sides, a, size, pivots, b, size, info, 1L);
      return checked(Raw.getInt(info), "dgetrs");
    } catch (Throwable e) {
      throw rethrown(e);
    } finally {
      Reference.reachabilityFence(cells);
    }
  }

  @Override
  public LeastSquares gelsd(int m, int n, int columns, long a, long b, long s, double rcond) {
    return DeepStack.call(() -> leastSquares(m, n, columns, a, b, s, rcond));
  }

  private LeastSquares leastSquares(int m, int n, int columns, long a, long b, long s, double rcond) {
    try (var arena = Arena.ofConfined()) {
      long rows = arena.allocate(80, 8).address();
      long cols = rows + 8;
      long sides = rows + 16;
      long ldb = rows + 24;
      long limit = rows + 32;
      long rank = rows + 40;
      long length = rows + 48;
      long info = rows + 56;
      long best = rows + 64;
      long least = rows + 72;
      Raw.setInt(rows, m);
      Raw.setInt(cols, n);
      Raw.setInt(sides, columns);
      Raw.setInt(ldb, Math.max(m, n));
      Raw.setDouble(limit, rcond);
      Raw.setInt(length, -1);
      gelsd.invokeExact(rows, cols, sides, a, rows, b, ldb, s, limit, rank, best, length, least, info);
      checked(Raw.getInt(info), "dgelsd");
      int size = workSize(Raw.getDouble(best), m, n);
      long work = arena.allocate(size * 8L, 64).address();
      long integers = arena.allocate(Math.max(1, Raw.getInt(least)) * 4L, 64).address();
      Raw.setInt(length, size);
      gelsd.invokeExact(rows, cols, sides, a, rows, b, ldb, s, limit, rank, work, length, integers, info);
      return new LeastSquares(checked(Raw.getInt(info), "dgelsd"), Raw.getInt(rank));
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  @Override
  public int geev(int n, long a, long re, long im) {
    return DeepStack.call(() -> eigenvalues(n, a, re, im));
  }

  private int eigenvalues(int n, long a, long re, long im) {
    try (var arena = Arena.ofConfined()) {
      long none = arena.allocate(40, 8).address();
      long size = none + 8;
      long length = none + 16;
      long info = none + 24;
      long best = none + 32;
      Raw.setByte(none, (byte) 'N');
      Raw.setInt(size, n);
      Raw.setInt(length, -1);
      // No vectors are stored; where they would be only has to be an address.
      geev.invokeExact(none, none, size, a, size, re, im, best, size, best, size, best, length, info, 1L, 1L);
      checked(Raw.getInt(info), "dgeev");
      int elements = workSize(Raw.getDouble(best), n, n);
      long work = arena.allocate(elements * 8L, 64).address();
      Raw.setInt(length, elements);
      geev.invokeExact(none, none, size, a, size, re, im, best, size, best, size, work, length, info, 1L, 1L);
      return checked(Raw.getInt(info), "dgeev");
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  /** LAPACK counts its work space in 32-bit integers. */
  static int workSize(double elements, int m, int n) {
    if (!(elements < Integer.MAX_VALUE)) {
      throw new IllegalArgumentException("a matrix of " + m + " by " + n + " needs a work space of " + elements
          + " elements; this LAPACK can address " + Integer.MAX_VALUE);
    }
    return Math.max(1, (int) elements);
  }

  /** A negative code would mean that we passed a wrong argument. */
  private static int checked(int info, String function) {
    if (info < 0) {
      throw new AssertionError(function + ": argument " + -info + " is wrong");
    }
    return info;
  }

  private static RuntimeException rethrown(Throwable e) {
    if (e instanceof RuntimeException known) {
      return known;
    }
    throw e instanceof Error error ? error : new AssertionError(e);
  }
}
