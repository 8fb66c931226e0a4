package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import orthant.DType;
import orthant.Index;
import orthant.NDArray;
import orthant.Nd;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Running sums and products, along the last axis and across outer ones, against one result at a time. */
class ScansTest {
  private static final List<DType> TYPES = List.of(DType.bool, DType.int8, DType.int32, DType.uint32, DType.int64, DType.uint64, DType.float16,
      DType.float32, DType.float64, DType.complex64, DType.complex128);

  @TestFactory
  Stream<DynamicTest> eachResultIsTheOneBeforeAndAnElement() {
    return LayoutsTest.ENGINES.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
      for (DType type : TYPES) {
        var numbers = Nd.arange(840).remainder(7).add(1).astype(type);
        for (NDArray a : List.of(numbers.reshape(21, 40), numbers.reshape(3, 4, 70), numbers.reshape(40, 21).T(),
            numbers.reshape(6, 140).get(Index.reversed(), Index.slice(0, 140, 3)))) {
          for (int axis = 0; axis < a.ndim(); axis++) {
            int along = axis;
            String what = type + " " + java.util.Arrays.toString(a.shape()) + " along " + axis;
            Samples.assertSame(what + ", sums", expected(a, along, true), e.getValue().call(() -> Nd.cumsum(a, along)));
            Samples.assertSame(what + ", products", expected(a, along, false), e.getValue().call(() -> Nd.cumprod(a, along)));
          }
        }
      }
    }));
  }

  private static NDArray expected(NDArray a, int axis, boolean sum) {
    return LayoutsTest.REFERENCE.call(() -> {
      var out = a.moveaxis(axis, 0).astype(sum ? a.sum().dtype() : a.prod().dtype());
      assertEquals(a.size(), out.size());
      for (long i = 1; i < out.shape(0); i++) {
        var before = out.get(Index.at(i - 1));
        var here = out.get(Index.at(i));
        here.assign(sum ? before.add(here) : before.multiply(here));
      }
      return out.moveaxis(0, axis).copy();
    });
  }
}
