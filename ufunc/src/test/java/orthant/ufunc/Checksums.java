package orthant.ufunc;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import orthant.Axes;
import orthant.DType;
import orthant.NDArray;
import orthant.kernel.Executor;
import orthant.kernel.KernelSource;
import orthant.op.Op;
import orthant.op.Ops;
import orthant.plan.Engine;
import orthant.plan.Engines;
import orthant.plan.Fold;
import orthant.plan.Folds;

/** A program for Java virtual machines of other kinds: prints a checksum of the bits of many results for each engine. */
public final class Checksums {
  private Checksums() {}

  /** The arguments: how many milliseconds to repeat, then the engines. */
  public static void main(String[] args) {
    System.out.println("kernels " + Engine.current().kernels().name());
    System.out.println("engines " + Engines.sources().stream().map(KernelSource::name).toList());
    for (int i = 1; i < args.length; i++) {
      System.out.println(args[i] + " " + Long.toHexString(engine(args[i]).call(Checksums::all)));
    }
    long millis = Long.parseLong(args[0]);
    if (millis > 0) {
      System.out.println("warm " + Long.toHexString(warm(millis)));
    }
    System.out.println("done");
  }

  private static Engine engine(String name) {
    return name.equals("default") ? Engine.current()
        : Engines.of(Engines.sources().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow(), Executor.SEQUENTIAL);
  }

  /** What the program prints for an engine, by the reference engine of this machine. */
  static String all(Engine engine) {
    return Long.toHexString(engine.call(Checksums::all));
  }

  /** What the program prints after the repetitions. */
  static String warm(Engine engine) {
    return Long.toHexString(engine.call(() -> warm(1)));
  }

  private static long all() {
    int n = 131;
    long sum = 0;
    for (Op op : Ops.table().values().stream().sorted((a, b) -> a.name().compareTo(b.name())).toList()) {
      for (DType type : DType.values()) {
        DType[] types = new DType[op.arity()];
        Arrays.fill(types, type);
        if (!LayoutsTest.defined(op, types)) {
          continue;
        }
        sum = add(sum, LayoutsTest.apply(op, operands(n, types)));
      }
    }
    for (DType type : DType.values()) {
      NDArray x = operands(n, type)[0];
      NDArray rows = x.get("0:" + (n - n % 9)).reshape(n / 9, 9);
      for (Fold fold : List.of(Folds.SUM, Folds.PROD, Folds.MIN, Folds.MAX, Folds.ALL, Folds.ANY, Folds.ARG_MIN, Folds.ARG_MAX)) {
        sum = add(sum, Engine.reduce(fold, x, Axes.ALL));
        sum = add(sum, Engine.reduce(fold, rows, Axes.axes(0)));
        sum = add(sum, Engine.reduce(fold, rows, Axes.axes(1)));
      }
      for (DType to : DType.values()) {
        if ((type.ordinal() + to.ordinal()) % 3 == 0) {
          sum = add(sum, x.astype(to));
        }
      }
      sum = add(sum, Lazy.lazy(x).multiply(x).add(1.5).exp().eval());
    }
    return sum;
  }

  private static NDArray[] operands(int n, DType... types) {
    NDArray[] x = new NDArray[types.length];
    for (int i = 0; i < types.length; i++) {
      x[i] = Samples.contiguous(types[i], new SplittableRandom(i), n);
    }
    return x;
  }

  private static long add(long sum, NDArray result) {
    for (long bits : Samples.bits(result)) {
      sum = sum * 0x9E3779B97F4A7C15L + bits;
    }
    return sum;
  }

  /** Some results again and again while the loops are compiled and exchanged: their bits must not change. */
  private static long warm(long millis) {
    int n = 2003;
    NDArray[] d = operands(n, DType.float64, DType.float64);
    NDArray[] f = operands(n, DType.float32, DType.float32);
    List<Supplier<NDArray>> all = List.of(() -> d[0].exp(), () -> f[0].exp(), () -> d[0].add(d[1]), () -> d[0].less(d[1]), () -> d[0].sum(),
        () -> f[0].max(), () -> d[0].astype(DType.int32), () -> Lazy.lazy(d[0]).multiply(d[1]).add(d[0]).sqrt().eval());
    long[] want = all.stream().mapToLong(work -> add(0, work.get())).toArray();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    do {
      for (int k = 0; k < want.length; k++) {
        NDArray got = null;
        for (int i = 0; i < 20; i++) {
          got = all.get(k).get();
        }
        if (add(0, got) != want[k]) {
          throw new AssertionError("the bits of result " + k + " have changed");
        }
      }
    } while (System.nanoTime() < end);
    return Arrays.stream(want).reduce(0, (sum, w) -> sum * 31 + w);
  }
}
