package orthant.examples;

import static orthant.DType.int64;
import static orthant.DType.int8;


import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import orthant.NDArray;
import orthant.Nd;
import orthant.io.MapMode;
import orthant.io.Npy;

/**
 * A program that works on an array of more elements than an int counts: {@code BigArray FILE}. Prints a line for each step that
 * went well, and at last the peak of resident memory in MB.
 */
final class BigArray {
  private static final long N = (1L << 31) + 7;

  private BigArray() {}

  public static void main(String[] arguments) throws Exception {
    var file = Path.of(arguments[0]);
    try {
      run(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void run(Path file) throws Exception {
    var a = Nd.ones(int8, N);
    a.set(100, 1L << 31);
    a.set(-128, -3);
    a.set(7, N - 1);
    is(N, a.size(), "size");
    is(100, a.getLong(1L << 31), "index");
    is(1, a.getLong((1L << 31) - 1), "index before");
    is(1, a.getLong(0), "first");
    is(-128, a.getLong(N - 3), "index from the end");
    done("created and indexed");

    var far = a.get("-9:");
    equal(new long[] {1, 1, 100, 1, 1, 1, -128, 1, 7}, far, "slice from the far end");
    equal(new long[] {7, 1, -128, 1, 1, 1, 100}, a.get("::-1").get(":7"), "reversed");
    equal(new long[] {100, 1, -128, 7}, a.get((1L << 31) + "::2"), "slice by large numbers");
    equal(new long[] {-128, 1, 1}, a.get("-3::-1073741825"), "large steps");
    equal(new long[] {7}, a.reshape(-1, 3).transpose().get("-1, -1:"), "the last of three columns");
    a.get("-2:-1").assign(9);
    is(9, a.getLong(N - 2), "write through a view");
    done("sliced");

    long sum = N - 4 + 100 - 128 + 9 + 7;
    var total = a.sum();
    is(1, total.dtype() == int64 ? 1 : 0, "type of the sum");
    is(sum, total.getLong(), "sum");
    is(100, a.max().getLong(), "max");
    is(1L << 31, a.argmax().getLong(), "argmax");
    done("reduced");

    Npy.save(file, a);
    is(N + 128, Files.size(file), "size of the file");
    a = null;
    done("saved");

    var loaded = Npy.load(file);
    equal(new long[] {1, 1, 100, 1, 1, 1, -128, 9, 7}, loaded.get("-9:"), "far end of the loaded array");
    is(sum, loaded.sum().getLong(), "sum of the loaded array");
    done("loaded");

    var mapped = Npy.map(file, MapMode.READ_ONLY);
    is(N, mapped.size(), "size of the mapped file");
    equal(new long[] {1, 1, 100, 1, 1, 1, -128, 9, 7}, mapped.get("-9:"), "far end of the mapped file");
    done("mapped");

    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      lines.filter(l -> l.startsWith("VmHWM:")).forEach(l -> System.out.println("peak " + Long.parseLong(l.replaceAll("\\D", "")) / 1024));
    }
  }

  private static void done(String what) {
    System.out.println(what + " after " + (System.nanoTime() - START) / 1_000_000 + " ms");
  }

  private static final long START = System.nanoTime();

  private static void is(long expected, long actual, String what) {
    if (expected != actual) {
      throw new AssertionError(what + ": " + actual + " instead of " + expected);
    }
  }

  private static void equal(long[] expected, NDArray actual, String what) {
    for (int i = 0; i < expected.length; i++) {
      is(expected[i], actual.getLong(i), what + ", element " + i + " of " + Arrays.toString(expected));
    }
    is(expected.length, actual.size(), what + ", size");
  }
}
