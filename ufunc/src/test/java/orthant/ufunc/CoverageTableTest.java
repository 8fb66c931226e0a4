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
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import orthant.Axes;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.memory.Raw;
import orthant.kernel.Access;
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
  private static final Path GOLDEN = Path.of("..", "core", "src", "test", "resources", "orthant", "golden", "values.txt.gz");
  private static final Engine REFERENCE = LayoutsTest.REFERENCE;
  private static final List<String> COLUMNS =
      Stream.concat(Stream.of(LayoutKind.values()).map(LayoutKind::name), Stream.of("0-d", "empty", "mixed dtypes", "overlapping", "NumPy")).toList();

  /** What NumPy computes in a way that depends on the machine, or rounds otherwise, for complex numbers. */
  private static final Set<String> INEXACT = Set.of("multiply", "square", "sqrt", "divide", "abs", "reciprocal");
  /** Of 0.0 and -0.0 NumPy returns either. */
  private static final Set<String> EITHER_ZERO = Set.of("maximum", "minimum");
  private static final LayoutKind[] FOR_GOLDEN = {LayoutKind.C, LayoutKind.REVERSED, LayoutKind.STRIDED, LayoutKind.UNALIGNED};

  /** The cases of one row, by column. */
  private static final class Row {
    final Set<DType> dtypes = new TreeSet<>();
    final Map<String, Integer> cases = new TreeMap<>();

    void count(DType type, String column, int n) {
      dtypes.add(type);
      cases.merge(column, n, Integer::sum);
    }
  }

  private final Map<String, Row> rows = new LinkedHashMap<>();
  private Random random;

  private Row row(String name) {
    return rows.computeIfAbsent(name, _ -> new Row());
  }

  private NDArray draw(DType type, LayoutKind kind, long... shape) {
    return ArrayArbitraries.arrays(type).shape(shape).layout(kind).generator(1000).next(random).value();
  }

  /** Insists that all engines compute the same; returns how many do. */
  private static int onEveryEngine(String what, NDArray expected, Supplier<NDArray> code) {
    LayoutsTest.ENGINES.forEach((name, engine) -> assertIdentical(engine.call(code), expected, name + ": " + what));
    return LayoutsTest.ENGINES.size();
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
    write(operations, (System.nanoTime() - start) / 1e9);
    for (String name : operations) {
      assertTrue(row(name).cases.keySet().containsAll(COLUMNS.subList(0, COLUMNS.size() - 3)), name + " in " + row(name).cases);
    }
    assertEquals(Ops.table().keySet(), Set.copyOf(operations));
  }

  private void operation(Op op) {
    Row row = row(op.name());
    random = new Random(op.id());
    DType[] all = DType.values();
    for (DType type : all) {
      DType[] types = operands(op, type);
      if (!isDefined(op, types)) {
        continue;
      }
      for (LayoutKind kind : LayoutKind.values()) {
        row.count(type, kind.name(), elementwise(op, types, kind, 3, 37));
      }
      row.count(type, "0-d", elementwise(op, types, LayoutKind.C));
      row.count(type, "empty", elementwise(op, types, LayoutKind.MIXED, 2, 0, 3));
      DType[] mixed = types.clone();
      mixed[mixed.length - 1] = all[(type.ordinal() + 5) % all.length];
      if (op.arity() > 1 && isDefined(op, mixed)) {
        row.count(type, "mixed dtypes", elementwise(op, mixed, LayoutKind.MIXED, 2, 19));
      }
      if (op.result(types) == type) {
        row.count(type, "overlapping", overlapping(op, types));
      }
    }
  }

  private int elementwise(Op op, DType[] types, LayoutKind kind, long... shape) {
    NDArray[] operands = Stream.of(types).map(t -> draw(t, kind, shape)).toArray(NDArray[]::new);
    NDArray[] copies = Stream.of(operands).map(LayoutKind.C::copy).toArray(NDArray[]::new);
    NDArray expected = REFERENCE.call(() -> LayoutsTest.apply(op, copies));
    return onEveryEngine(op + Arrays.toString(types) + " " + kind, expected, () -> LayoutsTest.apply(op, operands));
  }

  /** Into an array that shares memory with the last operand. */
  private int overlapping(Op op, DType[] types) {
    DType type = types[types.length - 1];
    var pairs = ArrayArbitraries.overlapping(type).generator(1000).next(random);
    NDArray shared = pairs.value().second();
    NDArray[] operands = Stream.of(types).map(t -> draw(t, LayoutKind.C, shared.shape())).toArray(NDArray[]::new);
    operands[operands.length - 1] = shared;
    NDArray[] copies = Stream.of(operands).map(LayoutKind.C::copy).toArray(NDArray[]::new);
    NDArray expected = REFERENCE.call(() -> LayoutsTest.apply(op, copies));
    LayoutsTest.ENGINES.forEach((name, engine) -> {
      Overlapping fresh = pairs.value();
      NDArray[] own = operands.clone();
      own[own.length - 1] = fresh.second();
      engine.call(() -> {
        engine.into(engine.loopInto(op, type, types), fresh.first(), own);
        return null;
      });
      assertIdentical(fresh.first(), expected, name + ": " + op + Arrays.toString(types) + " into an operand's memory");
    });
    return LayoutsTest.ENGINES.size();
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
    Row row = row(fold.name());
    random = new Random(fold.name().hashCode());
    for (DType type : DType.values()) {
      try {
        REFERENCE.call(() -> Engine.reduce(fold, Nd.ones(type, 2), Axes.ALL));
      } catch (IllegalArgumentException e) {
        continue;
      }
      for (LayoutKind kind : LayoutKind.values()) {
        row.count(type, kind.name(), reduced(fold, draw(type, kind, 5, 37)));
      }
      row.count(type, "0-d", reduced(fold, draw(type, LayoutKind.C)));
      NDArray empty = draw(type, LayoutKind.MIXED, 3, 0, 2);
      for (Axes axes : List.of(Axes.ALL, Axes.axes(1))) {
        if (Set.of("sum", "prod", "all", "any").contains(fold.name())) {
          row.count(type, "empty", onEveryEngine(fold + " of nothing", REFERENCE.call(() -> Engine.reduce(fold, LayoutKind.C.copy(empty), axes)),
              () -> Engine.reduce(fold, empty, axes)));
        }
      }
    }
  }

  private static int reduced(Fold fold, NDArray x) {
    int n = 0;
    NDArray copy = LayoutKind.C.copy(x);
    for (Axes axes : x.ndim() == 0 ? List.of(Axes.ALL) : List.of(Axes.ALL, Axes.axes(0), Axes.axes(1).keepDims())) {
      NDArray expected = REFERENCE.call(() -> Engine.reduce(fold, copy, axes));
      n += onEveryEngine(fold + " of " + x.dtype() + " " + Arrays.toString(x.strides()) + " " + axes, expected, () -> Engine.reduce(fold, x, axes));
    }
    return n;
  }

  /** The rows of the golden values whose operands have one dtype, and of where those with a condition of bool. */
  private void golden() {
    List<String[]> lines;
    try (var in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(GOLDEN)), StandardCharsets.US_ASCII))) {
      lines = in.lines().filter(l -> !l.startsWith("#")).map(l -> l.split(" ", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
      if (!Arrays.equals(types, operands(op, type)) || complex && INEXACT.contains(op.name())) {
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
        row(op.name()).count(type, "NumPy", onEveryEngine(op + " " + line[1] + " beside NumPy, " + kind, expected, () -> {
          NDArray result = LayoutsTest.apply(op, laidOut);
          return EITHER_ZERO.contains(op.name()) ? positiveZeros(result) : result;
        }));
      }
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
        + "A case that differs fails the test that writes this table.\n\n");
    text.append("| operation | dtypes | ").append(String.join(" | ", COLUMNS)).append(" | all | differing |\n")
        .append("|---|".repeat(1)).append("---|".repeat(COLUMNS.size() + 3)).append('\n');
    int total = 0;
    Map<String, Integer> sums = new TreeMap<>();
    for (var entry : rows.entrySet()) {
      Row row = entry.getValue();
      int all = row.cases.values().stream().mapToInt(n -> n).sum();
      total += all;
      text.append("| ").append(entry.getKey()).append(operations.contains(entry.getKey()) ? "" : " (reduction)").append(" | ").append(row.dtypes.size());
      for (String column : COLUMNS) {
        int n = row.cases.getOrDefault(column, 0);
        sums.merge(column, n, Integer::sum);
        text.append(" | ").append(n == 0 ? "" : n);
      }
      text.append(" | ").append(all).append(" | 0 |\n");
    }
    text.append("| all | ").append(DType.values().length);
    COLUMNS.forEach(column -> text.append(" | ").append(sums.get(column)));
    text.append(" | ").append(total).append(" | 0 |\n");
    Files.writeString(TABLE, text);
    System.out.printf("%d operations and %d reductions x %d dtypes x %d layouts x %d engines: %d cases, of which %d beside NumPy,"
        + " none differing; %.0f s; %s%n", operations.size(), rows.size() - operations.size(), DType.values().length, COLUMNS.size() - 1,
        LayoutsTest.ENGINES.size(), total, sums.get("NumPy"), seconds, TABLE);
  }
}
