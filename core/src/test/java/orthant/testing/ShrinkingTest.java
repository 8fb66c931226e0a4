package orthant.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import orthant.DType;
import orthant.Index;
import orthant.NDArray;

/** What fails is shown as a small and readable array. Each property here fails, and must shrink to what is said above it. */
@Domain(ArrayDomain.class)
@Domain(DomainContext.Global.class)
class ShrinkingTest {
  private static double[] numbers(NDArray a) {
    Elements e = new Elements(a);
    return LongStream.range(0, a.size()).mapToDouble(i -> e.part.number(e.bits(i, 0))).toArray();
  }

  @Property
  @Shrunk("float64 of shape () 11.0")
  void anElementAboveTen(@ForAll @ArrayOf(dtype = DType.float64, finite = true) NDArray a) {
    assertTrue(Arrays.stream(numbers(a)).allMatch(x -> x < 11));
  }

  @Property
  @Shrunk("int64 of shape (1,) [11]")
  void anIntegerAboveTen(@ForAll @ArrayOf(dtype = DType.int64, minDims = 1) NDArray a) {
    assertTrue(Arrays.stream(numbers(a)).allMatch(x -> x <= 10));
  }

  @Property
  @Shrunk("float32 of shape () nan")
  void aNan(@ForAll @ArrayOf(dtype = DType.float32) NDArray a) {
    assertTrue(Arrays.stream(numbers(a)).noneMatch(Double::isNaN));
  }

  @Property
  @Shrunk("float64 of shape () -inf")
  void aNegativeInfinity(@ForAll @ArrayOf(dtype = DType.float64) NDArray a) {
    assertTrue(Arrays.stream(numbers(a)).noneMatch(x -> x == Double.NEGATIVE_INFINITY));
  }

  @Property
  @Shrunk("float64 of shape () 0.5")
  void aFraction(@ForAll @ArrayOf(dtype = DType.float64, finite = true) NDArray a) {
    assertTrue(Arrays.stream(numbers(a)).allMatch(x -> x == Math.rint(x)));
  }

  @Property
  @Shrunk("float32 of shape () -0.125")
  void aSmallNegativeNumber(@ForAll @ArrayOf(dtype = DType.float32, finite = true) NDArray a) {
    assertTrue(Arrays.stream(numbers(a)).noneMatch(x -> x > -0.2 && x < 0));
  }

  @Property
  @Shrunk("bool of shape (0,) []")
  void anEmptyArray(@ForAll NDArray a) {
    assertTrue(a.size() > 0);
  }

  @Property
  @Shrunk("bool of shape (3, 2) [[False False]\n [False False]\n [False False]]")
  void manyRowsAndColumns(@ForAll NDArray a) {
    assertTrue(a.ndim() < 2 || a.shape(0) < 3 || a.shape(1) < 2);
  }

  @Property
  @Shrunk("bool of shape (2,), strides (-1,) [False False]")
  void aNegativeStride(@ForAll NDArray a) {
    assertTrue(LongStream.of(a.strides()).noneMatch(s -> s < 0) || a.size() < 2);
  }

  @Property
  @Shrunk("int32 of shape (2,) [1 0]")
  void twoElementsTheFirstNotZero(@ForAll @ArrayOf(dtype = DType.int32, minDims = 1) NDArray a) {
    assertTrue(a.size() < 2 || numbers(a)[0] == 0);
  }

  @Property
  @Shrunk("int64 of shape (2,) [1 0]")
  void unique(@ForAll @ArrayOf(dtype = DType.int64, unique = true) NDArray a) {
    assertTrue(a.size() < 2 || numbers(a)[0] == 0);
  }

  @Property
  @Shrunk("float64 of shape (2,), strides (0,) [5. 5.]")
  void theLayoutAndTheRangeThatWereAskedFor(
      @ForAll @ArrayOf(dtype = DType.float64, layout = LayoutKind.BROADCAST, min = 5, max = 9, minDims = 1, finite = true) NDArray a) {
    assertTrue(a.size() < 2);
  }

  @Provide
  Arbitrary<NDArray> ownElements() {
    return ArrayArbitraries.arrays(DType.float64).elements(Arbitraries.of(3.5, 2.5, 7.5));
  }

  @Property
  @Shrunk("float64 of shape () 7.5")
  void elementsOfACallersGenerator(@ForAll("ownElements") NDArray a) {
    assertTrue(Arrays.stream(numbers(a)).noneMatch(x -> x == 7.5));
  }

  @Provide
  Arbitrary<long[]> shapes() {
    return ArrayArbitraries.shapes();
  }

  @Property
  @Shrunk("[0, 3]")
  void shape(@ForAll("shapes") long[] shape) {
    assertTrue(shape.length < 2 || shape[1] < 3);
  }

  @Provide
  Arbitrary<BroadcastShapes> broadcast() {
    return ArrayArbitraries.mutuallyBroadcastableShapes("(m,n),(n)->(m)");
  }

  @Property
  @Shrunk("(1, 2),(2,)->(1,)")
  void signature(@ForAll("broadcast") BroadcastShapes shapes) {
    assertTrue(shapes.input(1)[shapes.input(1).length - 1] < 2);
  }

  @Provide
  Arbitrary<Index[]> indices() {
    return ArrayArbitraries.basicIndices(5);
  }

  @Property
  @Shrunk("[::-1]")
  void backwards(@ForAll("indices") Index[] index) {
    assertTrue(Arrays.stream(index).noneMatch(i -> i.toString().contains("::-")));
  }

  @Provide
  Arbitrary<int[]> axes() {
    return ArrayArbitraries.validAxes(4);
  }

  @Property
  @Shrunk("[0, 1]")
  void twoAxes(@ForAll("axes") int[] axes) {
    assertTrue(axes.length < 2);
  }

  @Property
  @Shrunk("first: bool of shape (1,)\n[False]\nsecond: bool of shape (1,)\n[False]")
  void overlap(@ForAll Overlapping pair) {
    assertTrue(pair.first().size() == 0 || pair.first().ndim() == 0);
  }
}
