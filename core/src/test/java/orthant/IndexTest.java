package orthant;

import static orthant.GoldenText.counted;
import static orthant.Index.all;
import static orthant.Index.at;
import static orthant.Index.ellipsis;
import static orthant.Index.from;
import static orthant.Index.mask;
import static orthant.Index.newAxis;
import static orthant.Index.positions;
import static orthant.Index.reversed;
import static orthant.Index.slice;
import static orthant.Index.until;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
  void listsReadAsTheyAreWritten() {
    for (String text : List.of("[0, 2, -1]", "[True, False]", "[[0, 1], [2, 3]]", "[[[True], [False]]]", "True", "[]", "[[], []]")) {
      assertEquals("[" + text + ", ::2]", Index.text(Index.parse(" " + text.replace(", ", ",  ") + " ,::2")));
    }
    assertArrayEquals(Index.parse("[3, 1,], [True, False], False"),
        new Index[] {positions(3, 1), mask(true, false), at(Nd.scalar(DType.bool, 0))});
    assertArrayEquals(new long[] {2, 0}, Index.parse("[[], []]")[0].array().shape());
    assertEquals("int64(3, 7)", at(counted(3, 7)).toString());
    assertEquals(at(Nd.array(1L, 2L)).hashCode(), positions(1, 2).hashCode());
    assertNotEquals(at(Nd.array(1, 2)), positions(1, 2));
    assertNotEquals(positions(1, 2), positions(1, 3));
    assertNotEquals(positions(0), at(0));
  }

  @Test
  void textWithoutEndOfListsIsRefused() {
    var e = assertThrows(IllegalArgumentException.class, () -> Index.parse("[".repeat(100_000)));
    assertTrue(e.getMessage().startsWith("cannot read the index at position 64: there must be at most 64 lists inside of each other"));
  }

  @Test
  void textWithListsOutlivesTheScopeItWasReadIn() {
    var a = counted(4);
    try (var _ = Scope.open()) {
      assertArrayEquals(new long[] {3, 0}, a.get("[3, 0]").toLongArray());
    }
    assertArrayEquals(new long[] {3, 0}, a.get("[3, 0]").toLongArray());
  }

  @Test
  void aViewWritesThrough() {
    var a = Nd.zeros(DType.int32, 3, 4);
    a.get(from(1), all().by(2)).assign(7);
    assertArrayEquals(new int[] {0, 0, 0, 0, 7, 0, 7, 0, 7, 0, 7, 0}, a.toIntArray());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "1:3, x|5|an integer, ':', '...', 'None', '[', 'True' or 'False'|'x'",
      "\"\"|0|an integer, ':', '...', 'None', '[', 'True' or 'False'|the end",
      "1,,2|2|an integer, ':', '...', 'None', '[', 'True' or 'False'|','",
      "1 2|2|',' or the end|'2'",
      "::0|2|a step that is not 0|'0'",
      ":-|2|a digit|the end",
      "99999999999999999999|0|an integer of at most 64 bits|'9'",
      "1:2:3:4|5|',' or the end|':'",
      "[1, 2|5|',' or ']'|the end",
      "[1, x]|4|an integer, 'True', 'False' or '['|'x'",
      "[1, True]|4|an integer|'T'",
      "[True, 0]|7|'True' or 'False'|'0'",
      "[[1], 2]|6|a list|'2'",
      "[[], 2]|5|a list|'2'",
      "[1, [2]]|4|an element|'['",
      "[[1, 2], [3]]|9|a list of length 2, as the one before it,|'['",
      "[1]]|3|',' or the end|']'",
      "True:2|4|',' or the end|':'",
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
