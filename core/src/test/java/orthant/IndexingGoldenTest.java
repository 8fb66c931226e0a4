package orthant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import orthant.layout.Shapes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of index, read and written, beside what NumPy did; over all dtypes and layouts. */
class IndexingGoldenTest {
  private static final List<String[]> ROWS = GoldenText.rows("indexing.txt");

  private static NDArray negative(String shape) {
    long[] sizes = GoldenText.longs(shape);
    return Nd.arange(-1, -1 - Shapes.size(sizes), -1).reshape(sizes);
  }

  private static long[] cast(String elements, DType dtype) {
    return Nd.array(GoldenText.longs(elements)).astype(dtype).astype(DType.int64).toLongArray();
  }

  private static long[] elements(NDArray a) {
    return a.astype(DType.int64).toLongArray();
  }

  /** The index as arrays, so that layouts and types of index arrays vary, too. */
  private static Index[] strange(Index... parts) {
    return Stream.of(parts).map(p -> {
      if (!p.isArray()) {
        return p;
      }
      return Index.at(Layouts.of(p.array().dtype().isBool() ? p.array() : p.array().astype(DType.int32)).get("strided"));
    }).toArray(Index[]::new);
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void readsAsNumPyDoes(DType dtype) {
    int errors = 0;
    int read = 0;
    for (String[] row : ROWS) {
      if (!row[0].equals("get")) {
        continue;
      }
      var counted = GoldenText.counted(GoldenText.longs(row[1])).astype(dtype);
      Index[] parts = Index.parse(row[2]);
      for (Map.Entry<String, NDArray> layout : Layouts.of(counted).entrySet()) {
        String name = String.join(" ", dtype.name(), layout.getKey(), row[1], "[" + row[2] + "]");
        var a = layout.getValue();
        if (row[3].equals("error")) {
          var e = assertThrows(RuntimeException.class, () -> a.get(parts), name);
          assertTrue(e instanceof IllegalArgumentException || e instanceof IndexOutOfBoundsException, () -> name + ": " + e);
          errors++;
          continue;
        }
        var result = a.get(row[2]);
        assertArrayEquals(GoldenText.longs(row[3]), result.shape(), name);
        assertArrayEquals(cast(row[4], dtype), elements(result), name);
        assertArrayEquals(elements(result), elements(a.get(strange(parts))), name);
        assertEquals(dtype, result.dtype(), name);
        assertEquals(!Index.anyArray(parts) && result.size() > 0, a.sharesMemory(result), name);
        read++;
      }
    }
    assertTrue(read > 2000 && errors > 300, read + " read, " + errors + " refused");
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void writesAsNumPyDoes(DType dtype) {
    int errors = 0;
    int written = 0;
    for (String[] row : ROWS) {
      if (row[0].equals("get")) {
        continue;
      }
      var counted = GoldenText.counted(GoldenText.longs(row[1])).astype(dtype);
      Index[] parts = Index.parse(row[2]);
      for (Map.Entry<String, NDArray> layout : Layouts.of(counted).entrySet()) {
        for (var values : List.of(negative(row[3]).astype(dtype), Layouts.of(negative(row[3])).get("strided"))) {
          String name = String.join(" ", dtype.name(), layout.getKey(), row[1], "[" + row[2] + "] = " + row[3], values.dtype().name());
          var a = layout.getValue().assign(counted);
          if (row[4].equals("error")) {
            assertThrows(RuntimeException.class, () -> a.assign(values, parts), name);
            assertArrayEquals(elements(counted), elements(a), name);
            errors++;
            continue;
          }
          a.assign(values, strange(parts));
          assertArrayEquals(cast(row[4], dtype), elements(a), name);
          written++;
        }
      }
    }
    assertTrue(written > 2000 && errors > 300, written + " written, " + errors + " refused");
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void readOnlyArraysAreNotWrittenTo(DType dtype) {
    var a = GoldenText.counted(2, 3).astype(dtype);
    long[] before = elements(a);
    for (String index : List.of("0", "[0, 1]", "[True, False]", "..., [2]")) {
      var e = assertThrows(UnsupportedOperationException.class, () -> a.asReadOnly().assign(0, index), index);
      assertTrue(e.getMessage().contains("read-only"), e.getMessage());
      assertFalse(a.get(index).isReadOnly(), index);
      assertEquals(!index.contains("["), a.asReadOnly().get(index).isReadOnly(), index);
    }
    assertArrayEquals(before, elements(a));
  }
}
