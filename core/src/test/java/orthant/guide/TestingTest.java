package orthant.guide;

import static orthant.DType.float32;
import static orthant.DType.float64;
import static orthant.DType.int64;
import static orthant.Nd.array;
import static orthant.Nd.zeros;
import static orthant.testing.ArrayArbitraries.arrays;
import static orthant.testing.ArrayArbitraries.basicIndices;
import static orthant.testing.ArrayArbitraries.broadcastableShapes;
import static orthant.testing.ArrayArbitraries.mutuallyBroadcastableShapes;
import static orthant.testing.ArrayArbitraries.shapes;
import static orthant.testing.ArrayAssertions.assertAllClose;
import static orthant.testing.ArrayAssertions.assertArrayEqual;
import static orthant.testing.ArrayAssertions.assertMaxUlp;
import static orthant.testing.ArrayAssertions.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import orthant.DType;
import orthant.Index;
import orthant.NDArray;
import orthant.testing.ArrayDomain;
import orthant.testing.ArrayOf;
import orthant.testing.BroadcastShapes;
import orthant.testing.LayoutKind;
import orthant.testing.Overlapping;

/** How to test code of your own: copy what you need. {@code standardised} and {@code reversed} stand for that code. */
@Domain(ArrayDomain.class) // not needed on the class path
@Domain(DomainContext.Global.class)
class TestingTest {
  /** The code under test. */
  private static NDArray standardised(NDArray x) {
    return x.subtract(x.mean()).divide(x.std());
  }

  private static NDArray reversed(NDArray x) {
    return x.get("::-1");
  }

  @Example
  void byExample() {
    assertAllClose(standardised(array(1.0, 2.0, 3.0)), array(-1.224744871, 0, 1.224744871));
    assertMaxUlp(standardised(array(1.0, 3.0)), array(-1.0, 1.0), 1);
    assertArrayEqual(reversed(array(1, 2, 3)), array(3.0, 2.0, 1.0));
  }

  /** Any array: 14 dtypes, every layout, NaNs, infinities, no elements at all. */
  @Property
  void twiceReversedIsTheArray(@ForAll @ArrayOf(minDims = 1) NDArray a) {
    assertSameBits(reversed(reversed(a)), a);
  }

  /** Numbers for which the result makes sense; shrinking shows the least array for which it does not. */
  @Property
  void whatIsCentredHasAMeanOfZero(@ForAll @ArrayOf(dtype = {float64, float32}, minSide = 1, finite = true, min = -100, max = 100) NDArray a) {
    assertAllClose(a.subtract(a.mean()).mean(), zeros(), 0, 1e-3);
  }

  /** The layout of an operand must not show in the result. */
  @Property
  void layoutDoesNotMatter(@ForAll @ArrayOf(dtype = float64, finite = true, min = -9, max = 9) NDArray a) {
    assertSameBits(a.add(a), a.copy().add(a.copy()));
    for (LayoutKind kind : LayoutKind.values()) {
      if (kind != LayoutKind.BROADCAST) {
        assertSameBits(kind.copy(a).add(a), a.add(a));
      }
    }
  }

  /** What reads from one array and writes to another must be right when they share memory. */
  @Property
  void overlappingArraysAreCopiedAsIfTheyWereApart(@ForAll Overlapping pair) {
    NDArray expected = pair.second().copy();
    pair.first().assign(pair.second());
    assertSameBits(pair.first(), expected);
  }

  @Provide
  Arbitrary<List<NDArray>> twoThatBroadcast() {
    return mutuallyBroadcastableShapes(2).flatMap(shapes -> Combinators.combine(
        arrays(int64).shape(shapes.input(0)), arrays(int64).shape(shapes.input(1))).as(List::of));
  }

  @Property
  void additionCommutes(@ForAll("twoThatBroadcast") List<NDArray> x) {
    assertSameBits(x.get(0).add(x.get(1)), x.get(1).add(x.get(0)));
  }

  @Provide
  Arbitrary<BroadcastShapes> products() {
    return mutuallyBroadcastableShapes("(m?,n),(n,p?)->(m?,p?)");
  }

  @Property
  void productsHaveTheShapeOfTheirSignature(@ForAll("products") BroadcastShapes shapes) {
    assertArrayEquals(shapes.result(), zeros(shapes.input(0)).matmul(zeros(shapes.input(1))).shape());
  }

  /** An array and an index for it. */
  record Pick(NDArray array, Index[] index) {}

  @Provide
  Arbitrary<Pick> picks() {
    return shapes(0, 3).flatMap(shape -> Combinators.combine(arrays().shape(shape), basicIndices(shape)).as(Pick::new));
  }

  @Property
  void viewsShowWhatCopiesShow(@ForAll("picks") Pick pick) {
    assertSameBits(pick.array().get(pick.index()), pick.array().copy().get(pick.index()));
  }

  @Provide
  Arbitrary<long[]> besideThreeByFour() {
    return broadcastableShapes(3, 4);
  }

  @Property
  void whatBroadcastsCanBeAdded(@ForAll("besideThreeByFour") long[] shape, @ForAll DType type) {
    assertArrayEqual(zeros(3, 4).add(zeros(type, shape)).sum(), zeros());
  }
}
