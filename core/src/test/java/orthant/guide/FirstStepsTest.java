package orthant.guide;

import static orthant.Axes.axes;
import static orthant.DType.*;
import static orthant.Index.*;
import static orthant.Nd.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What a newcomer writes, from another package and with everything imported: no name may be in the way of another. */
class FirstStepsTest {
  @Test
  void everythingImportedAtOnce() {
    var s = arange(12).reshape(3, 4).sum(0);
    assertEquals("[12 15 18 21]", s.toString());
    var z = zeros(float32, 3, 4);
    var m = array(new double[][] {{1, 2}, {3, 4}});
    assertEquals("[[1. 2.]\n [3. 4.]]", m.toString());
    var a = arange(24).reshape(3, 4, 2);
    var v = a.get(slice(1, 3), reversed(), newAxis(), ellipsis(), at(0));
    assertArrayEquals(new long[] {2, 4, 1}, v.shape());
    assertEquals(v.toString(), a.get("1:3, ::-1, None, ..., 0").toString());
    assertEquals(a.get(all(), from(1), until(1)).toString(), a.get(":, 1:, :1").toString());
    assertEquals("True", all(z.equal(0)).toString());
    var x = m.subtract(m.mean(0)).divide(m.std(0));
    assertEquals("[[-1. -1.]\n [ 1.  1.]]", x.toString());
    m.set(7.5, 1, 1);
    assertEquals(7.5, m.getDouble(-1, -1));
    m.get("0").assign(0);
    assertEquals(2, m.get(m.equal(0)).size());
    assertEquals("[[0.  0. ]\n [3.  7.5]]", where(m.greater(0), m, zerosLike(m)).toString());
    var r = a.sum(axes(0, 2).keepDims().dtype(float64));
    assertEquals("[[[51.]\n  [63.]\n  [75.]\n  [87.]]]", r.toString());
    assertEquals(bool, m.less(3).dtype());
    assertEquals("[-inf  nan]", divide(array(-1.0, 0.0), 0).toString());
  }
}
