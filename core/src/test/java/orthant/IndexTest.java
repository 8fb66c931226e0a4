package orthant;

import static orthant.GoldenText.counted;
import static orthant.Index.all;
import static orthant.Index.at;
import static orthant.Index.ellipsis;
import static orthant.Index.from;
import static orthant.Index.newAxis;
import static orthant.Index.reversed;
import static orthant.Index.slice;
import static orthant.Index.until;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexTest {
  @Test
  void slicesAsNumPyDoes() {
    for (String[] row : GoldenText.rows("slices.txt")) {
      var a = counted(GoldenText.longs(row[0]));
      String name = row[0] + " [" + row[1] + "]";
      if (row[2].equals("error")) {
        assertThrows(IndexOutOfBoundsException.class, () -> a.get(row[1]), name);
        continue;
      }
      var part = a.get(row[1]);
      assertArrayEquals(GoldenText.longs(row[2]), part.shape(), name);
      assertArrayEquals(GoldenText.longs(row[4]), part.toLongArray(), name);
      long[] strides = GoldenText.longs(row[3]);
      for (int i = 0; i < strides.length; i++) {
        // Of an axis of at most one element the stride means nothing.
        assertTrue(part.shape(i) <= 1 || part.strides()[i] == 8 * strides[i], name);
      }
    }
  }

  @Test
  void typedPartsReadAsTheirText() {
    assertArrayEquals(
        new Index[] {slice(1, 3), reversed(), newAxis(), ellipsis(), at(0)}, Index.parse("1:3, ::-1, None, ..., 0"));
    assertArrayEquals(
        new Index[] {all(), from(-2), until(5), from(5).by(-1), slice(1, 7, 2), newAxis(), at(-3)},
        Index.parse(" : ,-2:,:5,5::-1 , 1 : 7 : 2,newaxis,-3,"));
    assertEquals("[1:3, ::-1, None, ..., 0]", Index.text(Index.parse("1:3,::-1,None,...,0")));
  }

  @Test
  void aViewWritesThrough() {
    var a = Nd.zeros(DType.int32, 3, 4);
    a.get(from(1), all().by(2)).assign(7);
    assertArrayEquals(new int[] {0, 0, 0, 0, 7, 0, 7, 0, 7, 0, 7, 0}, a.toIntArray());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "1:3, x|5|an integer, ':', '...' or 'None'|'x'",
      "\"\"|0|an integer, ':', '...' or 'None'|the end",
      "1,,2|2|an integer, ':', '...' or 'None'|','",
      "1 2|2|',' or the end|'2'",
      "::0|2|a step that is not 0|'0'",
      ":-|2|a digit|the end",
      "99999999999999999999|0|an integer of at most 64 bits|'9'",
      "1:2:3:4|5|',' or the end|':'",
  })
  void parseErrorsPointAtThePlace(String text, int position, String wanted, String found) {
    var e = assertThrows(IllegalArgumentException.class, () -> Index.parse(text));
    assertEquals("cannot read the index at position " + position + ": there must be " + wanted + " but there is " + found + "\n  "
        + text + "\n  " + " ".repeat(position) + "^", e.getMessage());
  }

  @Test
  void wrongPartsAreRefused() {
    var a = counted(3, 4);
    assertEquals("index 5 is out of bounds for axis 0 with size 3; it must be from -3 to 2",
        assertThrows(IndexOutOfBoundsException.class, () -> a.get(at(5))).getMessage());
    assertEquals("the index [0, :, 1] uses 3 axes of an array of shape (3, 4); there are 2",
        assertThrows(IndexOutOfBoundsException.class, () -> a.get("0, :, 1")).getMessage());
    assertEquals("the index [..., 0, ...] has more than one ellipsis; there may be one",
        assertThrows(IllegalArgumentException.class, () -> a.get("..., 0, ...")).getMessage());
    assertEquals("the slice ':' cannot have step 0; it must be positive or negative",
        assertThrows(IllegalArgumentException.class, () -> all().by(0)).getMessage());
    assertEquals("'3' has no step; only slices have one", assertThrows(IllegalStateException.class, () -> at(3).by(2)).getMessage());
  }

  /** A slice with its meaning spelled out: the positions that it takes. */
  record Case(long size, Long start, Long stop, long step) {
    Index index() {
      var slice = start == null ? (stop == null ? all() : until(stop)) : stop == null ? from(start) : slice(start, stop);
      return slice.by(step);
    }

    List<Long> positions() {
      List<Long> taken = new ArrayList<>();
      for (long i = step > 0 ? 0 : size - 1; i >= 0 && i < size; i += Long.signum(step)) {
        if (isAfterStart(i) && isBeforeStop(i)) {
          taken.add(i);
        }
      }
      List<Long> stepped = new ArrayList<>();
      for (int i = 0; i < taken.size(); i++) {
        if (i % Math.abs(step) == 0) {
          stepped.add(taken.get(i));
        }
      }
      return stepped;
    }

    private boolean isAfterStart(long i) {
      return start == null || (step > 0 ? i >= fromEnd(start) : i <= fromEnd(start));
    }

    private boolean isBeforeStop(long i) {
      return stop == null || (step > 0 ? i < fromEnd(stop) : i > fromEnd(stop));
    }

    private long fromEnd(long at) {
      return at < 0 ? at + size : at;
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<Long> bound = Arbitraries.oneOf(Arbitraries.longs().between(-9, 9), Arbitraries.longs()).injectNull(0.2);
    Arbitrary<Long> step = Arbitraries.longs().between(-4, 4).filter(s -> s != 0);
    return Combinators.combine(Arbitraries.longs().between(0, 7), bound, bound, step).as(Case::new);
  }

  @Property(tries = 2000)
  void aSliceTakesWhatItsMeaningSays(@ForAll("cases") Case c) {
    var a = Nd.arange(c.size());
    var expected = c.positions().stream().mapToLong(Long::longValue).toArray();
    assertArrayEquals(expected, a.get(c.index()).toLongArray());
    assertArrayEquals(expected, a.get(c.index().toString()).toLongArray());
    assertArrayEquals(expected, a.reshape(1, c.size(), 1).get(at(0), c.index(), at(0)).toLongArray());
  }
}
