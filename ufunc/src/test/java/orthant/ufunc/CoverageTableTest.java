package orthant.ufunc;

import static orthant.testing.ArrayAssertions.assertIdentical;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import orthant.Axes;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Access;
import orthant.memory.Raw;
import orthant.op.Op;
import orthant.op.Ops;
import orthant.plan.Engine;
import orthant.plan.Fold;
import orthant.plan.Folds;
import orthant.testing.ArrayArbitraries;
import orthant.testing.LayoutKind;
import orthant.testing.Overlapping;
import org.junit.jupiter.api.Test;

/**
 * Every operation and every reduction, over every dtype for which it is defined, in every layout, on every engine: the bits are
 * those of the reference engine on copies in C order, and those of NumPy where there are golden values. Writes what was compared to
 * {@code target/coverage-table.md}.
 */
class CoverageTableTest {
  private static final Path TABLE = Path.of("target", "coverage-table.md");
  private static final Path GOLDEN = Path.of("..", "core", "src", "test", "resources", "orthant", "golden");
  private static final Engine REFERENCE = LayoutsTest.REFERENCE;
  private static final List<String> COLUMNS =
      Stream.concat(Stream.of(LayoutKind.values()).map(LayoutKind::name), Stream.of("0-d", "empty", "mixed dtypes", "overlapping", "NumPy")).toList();

  /** What NumPy computes in a way that depends on the machine, or rounds otherwise, for complex numbers. */
  private static final Set<String> INEXACT = Set.of("multiply", "square", "sqrt", "divide", "abs", "reciprocal", "sign");
  /** Compared by ValuesTest of core, within units in the last place or with operands of their own. */
  private static final Set<String> ELSEWHERE = Set.of("clip", "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "asin",
      "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "cbrt", "angle", "i0", "pow", "atan2", "hypot", "logaddexp", "logaddexp2");
  /** Of 0.0 and -0.0 NumPy returns either. */
  private static final Set<String> EITHER_ZERO = Set.of("maximum", "minimum", "fmax", "fmin");
  /** The reductions of which there is a result for no elements. */
  private static final Set<String> OF_NOTHING = Set.of("sum", "prod", "all", "any");
  private static final LayoutKind[] FOR_GOLDEN = {LayoutKind.C, LayoutKind.REVERSED, LayoutKind.STRIDED, LayoutKind.UNALIGNED};

  /** The cases of one row, by column. */
  private static final class Row {
    final Set<DType> dtypes = new TreeSet<>();
    final Map<String, Integer> cases = new TreeMap<>();
    int differing;
  }

  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();
  private Random random;

  private Row row(String name) {
    return rows.computeIfAbsent(name, _ -> new Row());
  }

  /** Compares what each engine computes, and counts it. */
  private void compare(String name, DType type, String column, String what, NDArray expected, Supplier<NDArray> code) {
    Row row = row(name);
    row.dtypes.add(type);
    LayoutsTest.ENGINES.forEach((engineName, engine) -> {
      row.cases.merge(column, 1, Integer::sum);
      try {
        assertIdentical(engine.call(code), expected, name + " of " + what + ", " + column + ", on " + engineName);
      } catch (AssertionError e) {
        row.differing++;
        failures.add(e.getMessage());
      }
    });
  }

  private NDArray draw(DType type, LayoutKind kind, long... shape) {
    return ArrayArbitraries.arrays(type).shape(shape).layout(kind).generator(1000).next(random).value();
  }

  private static DType[] operands(Op op, DType type) {
    DType[] types = new DType[op.arity()];
    Arrays.fill(types, type);
    if (op == Ops.WHERE) {
      types[0] = DType.bool;
    }
    return types;
  }

  private static boolean isDefined(Op op, DType... types) {
    try {
      op.result(types);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Test
  void everyOperationAndReductionOverAllDtypesLayoutsAndEngines() throws IOException {
    long start = System.nanoTime();
    Ops.table().values().stream().sorted((a, b) -> a.id() - b.id()).forEach(this::operation);
    List<String> operations = List.copyOf(rows.keySet());
    folds().forEach(this::reduction);
    golden();
    goldenFolds();
    write(operations, (System.nanoTime() - start) / 1e9);
    assertEquals(List.of(), failures.stream().limit(3).toList(), failures.size() + " cases differ");
    for (String name : operations) {
      assertTrue(row(name).cases.keySet().containsAll(COLUMNS.subList(0, COLUMNS.size() - 3)), name + " in " + row(name).cases);
    }
    assertEquals(Ops.table().keySet(), Set.copyOf(operations));
  }

  private void operation(Op op) {
    row(op.name());
    random = new Random(op.id());
    DType[] all = DType.values();
    for (DType type : all) {
      DType[] types = operands(op, type);
      if (!isDefined(op, types)) {
        continue;
      }
      for (LayoutKind kind : LayoutKind.values()) {
        elementwise(op, type, kind.name(), types, kind, 3, 37);
      }
      elementwise(op, type, "0-d", types, LayoutKind.C);
      elementwise(op, type, "empty", types, LayoutKind.MIXED, 2, 0, 3);
      DType[] mixed = types.clone();
      mixed[mixed.length - 1] = all[(type.ordinal() + 5) % all.length];
      if (op.arity() > 1 && isDefined(op, mixed)) {
        elementwise(op, type, "mixed dtypes", mixed, LayoutKind.MIXED, 2, 19);
      }
      if (op.result(types) == type) {
        overlapping(op, type, types);
      }
    }
  }

  private void elementwise(Op op, DType type, String column, DType[] types, LayoutKind kind, long... shape) {
    NDArray[] operands = Stream.of(types).map(t -> draw(t, kind, shape)).toArray(NDArray[]::new);
    NDArray[] copies = Stream.of(operands).map(LayoutKind.C::copy).toArray(NDArray[]::new);
    NDArray expected = REFERENCE.call(() -> LayoutsTest.apply(op, copies));
    compare(op.name(), type, column, Arrays.toString(types), expected, () -> LayoutsTest.apply(op, operands));
  }

  /** Into an array that shares memory with the last operand. */
  private void overlapping(Op op, DType type, DType[] types) {
    var pairs = ArrayArbitraries.overlapping(type).generator(1000).next(random);
    NDArray shared = pairs.value().second();
    NDArray[] operands = Stream.of(types).map(t -> draw(t, LayoutKind.C, shared.shape())).toArray(NDArray[]::new);
    operands[operands.length - 1] = shared;
    NDArray[] copies = Stream.of(operands).map(LayoutKind.C::copy).toArray(NDArray[]::new);
    NDArray expected = REFERENCE.call(() -> LayoutsTest.apply(op, copies));
    compare(op.name(), type, "overlapping", Arrays.toString(types), expected, () -> {
      Overlapping fresh = pairs.value();
      NDArray[] own = operands.clone();
      own[own.length - 1] = fresh.second();
      Engine engine = Engine.current();
      engine.into(engine.loopInto(op, type, types), fresh.first(), own);
      return fresh.first();
    });
  }

  private static List<Fold> folds() {
    List<Fold> folds = new ArrayList<>();
    for (var field : Folds.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == Fold.class) {
        try {
          folds.add((Fold) field.get(null));
        } catch (IllegalAccessException e) {
          throw new AssertionError(e);
        }
      }
    }
    assertTrue(folds.size() >= 11);
    return folds;
  }

  private void reduction(Fold fold) {
    random = new Random(fold.name().hashCode());
    for (DType type : DType.values()) {
      try {
        REFERENCE.call(() -> Engine.reduce(fold, Nd.ones(type, 2), Axes.ALL));
      } catch (IllegalArgumentException e) {
        continue;
      }
      for (LayoutKind kind : LayoutKind.values()) {
        for (Axes axes : List.of(Axes.ALL, Axes.axes(0), Axes.axes(1).keepDims())) {
          reduced(fold, kind.name(), draw(type, kind, 5, 37), axes);
        }
      }
      reduced(fold, "0-d", draw(type, LayoutKind.C), Axes.ALL);
      if (OF_NOTHING.contains(fold.name())) {
        reduced(fold, "empty", draw(type, LayoutKind.MIXED, 3, 0, 2), Axes.ALL);
        reduced(fold, "empty", draw(type, LayoutKind.MIXED, 3, 0, 2), Axes.axes(1));
      }
    }
  }

  private void reduced(Fold fold, String column, NDArray x, Axes axes) {
    NDArray copy = LayoutKind.C.copy(x);
    NDArray expected = REFERENCE.call(() -> Engine.reduce(fold, copy, axes));
    compare(fold.name(), x.dtype(), column, x.dtype() + " over " + axes, expected, () -> Engine.reduce(fold, x, axes));
  }

  /** The rows of the golden values whose operands have one dtype, and of where those with a condition of bool. */
  private void golden() {
    List<String[]> lines = lines("values.txt.gz");
    Map<String, NDArray> values = new TreeMap<>();
    lines.stream().filter(l -> l.length == 3).forEach(l -> values.put(l[0] + " " + l[1], array(DType.valueOf(l[1]), l[2])));
    for (String[] line : lines) {
      Op op = line.length == 4 ? Ops.table().get(line[0]) : null;
      if (op == null || line[2].equals("refused")) {
        continue;
      }
      DType[] types = Stream.of(line[1].split(",")).map(DType::valueOf).toArray(DType[]::new);
      DType out = DType.valueOf(line[2]);
      DType type = types[types.length - 1];
      boolean complex = out.isComplex() || types[0].isComplex();
      if (!Arrays.equals(types, operands(op, type)) || complex && INEXACT.contains(op.name()) || ELSEWHERE.contains(op.name())) {
        continue;
      }
      NDArray numpy = array(out, line[3]);
      NDArray expected = EITHER_ZERO.contains(op.name()) ? positiveZeros(numpy) : numpy;
      NDArray[] operands = new NDArray[types.length];
      for (int i = 0; i < types.length; i++) {
        NDArray whole = values.get((i > 0 && i == types.length - 1 ? "right " : "left ") + types[i]);
        operands[i] = whole.get(whole.size() - expected.size() + ":");
      }
      for (LayoutKind kind : FOR_GOLDEN) {
        NDArray[] laidOut = Stream.of(operands).map(kind::copy).toArray(NDArray[]::new);
        compare(op.name(), type, "NumPy", line[1] + " " + kind, expected, () -> {
          NDArray result = LayoutsTest.apply(op, laidOut);
          return EITHER_ZERO.contains(op.name()) ? positiveZeros(result) : result;
        });
      }
    }
  }

  /** The reductions of a cube over all choices of axes. */
  private void goldenFolds() {
    List<String[]> lines = lines("folds.txt.gz").stream().filter(l -> l[0].equals("cube")).toList();
    Map<String, NDArray> cubes = new TreeMap<>();
    lines.stream().filter(l -> l.length == 3).forEach(l -> cubes.put(l[1], array(DType.valueOf(l[1]), l[2]).reshape(3, 4, 5)));
    Map<String, Fold> folds = folds().stream().collect(Collectors.toMap(Fold::name, f -> f));
    for (String[] line : lines) {
      if (line.length != 6) {
        continue;
      }
      Fold fold = folds.get(line[1]);
      Axes axes = switch (line[3]) {
        case "all" -> Axes.ALL;
        case "none" -> Axes.axes(new int[0]);
        default -> Axes.axes(Stream.of(line[3].split(",")).mapToInt(Integer::parseInt).toArray());
      };
      NDArray cube = cubes.get(line[2]);
      NDArray expected = array(DType.valueOf(line[4]), line[5]);
      for (LayoutKind kind : List.of(LayoutKind.C, LayoutKind.REVERSED)) {
        NDArray laidOut = kind.copy(cube);
        compare(fold.name(), cube.dtype(), "NumPy", line[2] + " over " + line[3] + " " + kind, expected,
            () -> Engine.reduce(fold, laidOut, axes).reshape(expected.shape()));
      }
    }
  }

  private static List<String[]> lines(String file) {
    try (var in = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Files.newInputStream(GOLDEN.resolve(file))), StandardCharsets.US_ASCII))) {
      return in.lines().filter(l -> !l.startsWith("#")).map(l -> l.split(" ", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NDArray positiveZeros(NDArray a) {
    return a.dtype().isFloat() ? REFERENCE.call(() -> a.add(0.0)) : a;
  }

  private static NDArray array(DType type, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    NDArray a = Nd.zeros(type, bytes.length / type.size());
    for (int i = 0; i < bytes.length; i++) {
      Raw.setByte(Access.door().address(a) + i, bytes[i]);
    }
    java.lang.ref.Reference.reachabilityFence(a);
    return a;
  }

  private void write(List<String> operations, double seconds) throws IOException {
    StringBuilder text = new StringBuilder("# What was compared\n\nCases, each on the engines " + LayoutsTest.ENGINES.keySet()
        + "; expected are the bits of the reference engine\non copies in C order (every NaN being the same one), in the column NumPy its own bits.\n"
        + "If one differs, the test that writes this fails.\n\n");
    text.append("| operation | dtypes | ").append(String.join(" | ", COLUMNS)).append(" | all | differing |\n")
        .append('|').append("---|".repeat(COLUMNS.size() + 4)).append('\n');
    int total = 0;
    Map<String, Integer> sums = new TreeMap<>();
    for (var entry : rows.entrySet()) {
      Row row = entry.getValue();
      int all = row.cases.values().stream().mapToInt(n -> n).sum();
      total += all;
      text.append("| ").append(entry.getKey()).append(operations.contains(entry.getKey()) ? "" : " (reduction)")
          .append(" | ").append(row.dtypes.size());
      for (String column : COLUMNS) {
        int n = row.cases.getOrDefault(column, 0);
        sums.merge(column, n, Integer::sum);
        text.append(" | ").append(n == 0 ? "" : n);
      }
      text.append(" | ").append(all).append(" | ").append(row.differing).append(" |\n");
    }
    text.append("| all | ").append(DType.values().length);
    COLUMNS.forEach(column -> text.append(" | ").append(sums.get(column)));
    text.append(" | ").append(total).append(" | ").append(failures.size()).append(" |\n");
    Files.writeString(TABLE, text);
    System.out.printf("%d operations and %d reductions x %d dtypes x %d layouts x %d engines: %d cases, of which %d beside NumPy,"
        + " %d differing; %.0f s; %s%n", operations.size(), rows.size() - operations.size(), DType.values().length, COLUMNS.size() - 1,
        LayoutsTest.ENGINES.size(), total, sums.get("NumPy"), failures.size(), seconds, TABLE);
  }
}
