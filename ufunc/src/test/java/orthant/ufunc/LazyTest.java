package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.op.Op;
import orthant.op.Ops;
import orthant.plan.Engine;
import org.junit.jupiter.api.Test;

/** Lazy expressions give the bits of computing step by step. */
class LazyTest {
  private static final List<Op> UNARY = Ops.table().values().stream().filter(o -> o.arity() == 1).sorted((a, b) -> a.id() - b.id()).toList();
  private static final List<Op> BINARY = Ops.table().values().stream().filter(o -> o.arity() == 2).sorted((a, b) -> a.id() - b.id()).toList();

  @Provide
  Arbitrary<long[]> shapes() {
    return Forms.shapes();
  }

  @Provide
  Arbitrary<List<Forms.Form>> forms() {
    return Forms.forms().list().ofSize(4);
  }

  /** The same expression both ways. */
  record Both(NDArray eager, Lazy lazy) {}

  /** Random operations over leaves and earlier results, which so occur several times. */
  static List<Both> grow(List<NDArray> leaves, SplittableRandom random) {
    List<Both> all = new ArrayList<>();
    leaves.forEach(a -> all.add(new Both(a, Lazy.lazy(a))));
    for (int i = random.nextInt(1, 9); i > 0; i--) {
      Both x = all.get(random.nextInt(all.size()));
      Both y = all.get(random.nextInt(all.size()));
      Op unary = UNARY.get(random.nextInt(UNARY.size()));
      Op binary = BINARY.get(random.nextInt(BINARY.size()));
      DType type = DType.values()[random.nextInt(DType.values().length)];
      all.add(switch (random.nextInt(8)) {
        case 0 -> new Both(x.eager.astype(type), x.lazy.astype(type));
        case 1 -> !LayoutsTest.defined(unary, x.eager.dtype()) ? new Both(x.eager.logicalNot(), x.lazy.logicalNot())
            : new Both(Engine.apply(unary, x.eager), x.lazy.apply(unary));
        case 2 -> new Both(x.eager.multiply(2.5), x.lazy.multiply(2.5));
        case 3 -> new Both(x.eager.add(3), x.lazy.add(3));
        case 4 -> new Both(Nd.where(y.eager, x.eager, y.eager), Lazy.where(y.lazy, x.lazy, y.lazy));
        default -> !LayoutsTest.defined(binary, x.eager.dtype(), y.eager.dtype()) ? new Both(x.eager.notEqual(y.eager), x.lazy.notEqual(y.lazy))
            : new Both(Engine.apply(binary, x.eager, y.eager), x.lazy.apply(binary, random.nextBoolean() ? y.lazy : Lazy.lazy(y.eager)));
      });
    }
    return all;
  }

  @Test
  void anExpressionWithoutOperationsIsACopyOfAnyType() {
    for (DType type : DType.values()) {
      NDArray x = Samples.contiguous(type, new SplittableRandom(4), 5000);
      LayoutsTest.ENGINES.forEach((name, engine) -> Samples.assertSame(name + " " + type, x, engine.call(() -> Lazy.lazy(x).eval())));
    }
  }

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void anyExpression(@ForAll("shapes") long[] shape, @ForAll("forms") List<Forms.Form> forms, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<NDArray> leaves = new ArrayList<>();
    for (Forms.Form f : forms) {
      DType type = DType.values()[random.nextInt(DType.values().length)];
      leaves.add(Samples.laidOut(type, random, f.layout(type.size(), shape), f.offset()));
    }
    List<Both> all = LayoutsTest.REFERENCE.call(() -> grow(leaves, random));
    Both last = all.getLast();
    LayoutsTest.ENGINES.forEach((name, engine) -> {
      Samples.assertSame(name + ": " + last.lazy, last.eager, engine.call(last.lazy::eval));
      assertEquals(last.eager.dtype(), last.lazy.dtype());
      assertArrayEquals(last.eager.shape(), last.lazy.shape());
    });
    Samples.assertSame("in blocks: " + last.lazy, last.eager, Kernels.blocked(last.lazy::eval));
  }

  @Test
  void theFormsOfALoopAgreeWhileItGetsWarm() {
    SplittableRandom random = new SplittableRandom(9);
    NDArray a = Samples.contiguous(DType.float64, random, 70_001);
    NDArray b = Samples.contiguous(DType.float64, random, 70_001);
    NDArray c = Samples.contiguous(DType.float32, random, 70_001);
    Lazy e = Lazy.lazy(a).multiply(b).add(Lazy.lazy(c).multiply(b)).exp().divide(Lazy.lazy(a).abs().add(1.0));
    NDArray want = a.multiply(b).add(c.multiply(b)).exp().divide(a.abs().add(1.0));
    long end = System.nanoTime() + 2_000_000_000L;
    for (int i = 0; i < 20 || System.nanoTime() < end; i++) {
      NDArray got = e.eval();
      if (i < 5 || i % 50 == 0) {
        Samples.assertSame("evaluation " + i, want, got);
      }
    }
    Samples.assertSame("at the end", want, e.eval());
  }

  @Test
  void anExpressionReadsItsArraysWhenItIsEvaluated() {
    NDArray a = Nd.array(1.0, 2);
    Lazy e = Lazy.lazy(a).multiply(10);
    a.set(5, 0);
    Samples.assertSame("eval", Nd.array(50.0, 20), e.eval());
    Samples.assertSame("a leaf alone is a copy", a, Lazy.lazy(a).eval());
    NDArray copy = Lazy.lazy(a).eval();
    copy.set(9, 0);
    assertEquals(5, a.getDouble(0));
  }

  @Test
  void theOutputMayBeAnOperandOrOverlapWithOne() {
    LayoutsTest.ENGINES.values().forEach(engine -> engine.call(() -> {
      for (String part : List.of("1:", ":-1", "::-1", "...")) {
        NDArray base = Nd.arange(DType.float64, 2000);
        NDArray same = base.copy();
        NDArray out = base.get(part);
        NDArray in = part.startsWith(":-") ? base.get("1:") : part.equals("1:") ? base.get(":-1") : base;
        NDArray kept = part.startsWith(":-") ? same.get("1:") : part.equals("1:") ? same.get(":-1") : same;
        NDArray want = kept.multiply(2.0).add(kept.square());
        assertSame(out, Lazy.lazy(in).multiply(2.0).add(Lazy.lazy(in).square()).eval(out));
        Samples.assertSame(part, want, out);
      }
      return null;
    }));
  }

  @Test
  void wrongOutputsAreRefusedAndNotChanged() {
    NDArray out = Nd.array(1.0, 2, 3);
    Lazy e = Lazy.lazy(Nd.array(1.0, 2, 3)).add(1.0);
    String message = assertThrows(IllegalArgumentException.class, () -> e.eval(Nd.empty(DType.float32, 3))).getMessage();
    assertTrue(message.contains("float32") && message.contains("float64") && message.contains("astype"), message);
    assertThrows(IllegalArgumentException.class, () -> e.eval(Nd.empty(4)));
    assertThrows(IllegalArgumentException.class, () -> e.eval(Nd.empty(1)));
    assertThrows(UnsupportedOperationException.class, () -> e.eval(out.broadcastTo(2, 3)));
    assertThrows(IllegalArgumentException.class, () -> Lazy.lazy(out).add(Nd.zeros(2)));
    assertThrows(IllegalArgumentException.class, () -> Lazy.lazy(out.less(2)).negative());
    assertThrows(ArithmeticException.class, () -> Lazy.lazy(Nd.array(1)).add(1L << 40));
    Samples.assertSame("out", Nd.array(1.0, 2, 3), out);
    Samples.assertSame("a larger output", Nd.array(new double[][] {{2, 3, 4}, {2, 3, 4}}), e.eval(Nd.empty(2, 3)));
  }

  @Test
  void explainsItself() {
    NDArray a = Nd.zeros(2, 3);
    String text = Lazy.lazy(a).multiply(a).add(Lazy.lazy(a).multiply(a)).sqrt().explain();
    assertTrue(text.contains("sqrt(add(multiply(float64(2, 3), float64(2, 3)), "), text);
    assertTrue(text.contains("1 operands read") && text.contains("store float64"), text);
    assertEquals(1, text.lines().filter(l -> l.contains("= mul ")).count(), "the same step once: " + text);
  }

  @Test
  void whatIsSharedIsComputedOnceHoweverDeepItIs() {
    NDArray a = Nd.array(0.5, 0.25);
    Lazy e = Lazy.lazy(a);
    NDArray want = a;
    for (int i = 0; i < 200; i++) {
      e = e.add(e).multiply(0.5 + i * 1e-4);
      want = want.add(want).multiply(0.5 + i * 1e-4);
    }
    Samples.assertSame("200 times", want, e.eval());
  }

  @Test
  void equalNumbersAreOneOperandAndDifferentOnesAreNot() {
    NDArray a = Nd.array(1.0, 2);
    NDArray two = Nd.scalar(DType.float64, 2.0);
    Lazy e = Lazy.lazy(a).multiply(2.0).add(2.0).divide(two).subtract(3.0);
    assertTrue(e.explain().contains("3 operands read"), e.explain());
    Samples.assertSame("equal", Nd.array(-1.0, 0), e.eval());
    two.set(4);
    assertTrue(e.explain().contains("4 operands read"), e.explain());
    Samples.assertSame("no longer", Nd.array(-2.0, -1.5), e.eval());
  }

  @Test
  void singleElementsOfAnyNumberOfAxes() {
    NDArray line = Nd.arange(5.0);
    NDArray one = Nd.full(DType.float64, 3.0, 1, 1, 1);
    NDArray two = Nd.scalar(DType.float64, 2.0);
    for (NDArray x : List.of(line, line.reshape(1, 5), line.reshape(5, 1), Nd.zeros(0), two.reshape(1), two)) {
      NDArray want = x.multiply(one).add(x).subtract(7.0);
      Lazy e = Lazy.lazy(x).multiply(one).add(x).subtract(7.0);
      Samples.assertSame("new", want, e.eval());
      Samples.assertSame("out", want, e.eval(Nd.empty(want.shape())));
      Samples.assertSame("where", Nd.where(x.less(one), x, one), Lazy.where(Lazy.lazy(x).less(one), x, one).eval());
    }
  }
}
