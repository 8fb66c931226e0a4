package orthant.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import net.jqwik.api.SampleReportingFormat;
import net.jqwik.api.providers.ArbitraryProvider;
import orthant.Nd;
import org.junit.jupiter.api.Test;

/** How jqwik finds the kit, and that the assertions do without jqwik. */
class ServicesTest {
  @Test
  void onTheClassPathJqwikFindsTheKitByItself() throws Exception {
    for (Class<?> service : List.of(ArbitraryProvider.class, SampleReportingFormat.class)) {
      try (var in = getClass().getClassLoader().getResourceAsStream("META-INF/services/" + service.getName())) {
        String provider = new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        assertTrue(provider.startsWith("orthant.testing."), provider);
        assertInstanceOf(service, Class.forName(provider).getConstructor().newInstance());
      }
    }
  }

  @Test
  void theAssertionsDoWithoutJqwik() throws Exception {
    Queue<String> open = new ArrayDeque<>(List.of("orthant/testing/ArrayAssertions", "orthant/testing/LayoutKind"));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String name = open.remove();
      assertFalse(name.startsWith("net/jqwik"), "reached " + name + " from " + seen);
      if (!name.startsWith("orthant/testing/") || !seen.add(name)) {
        continue;
      }
      try (var in = getClass().getResourceAsStream("/" + name + ".class")) {
        for (var entry : ClassFile.of().parse(in.readAllBytes()).constantPool()) {
          if (entry instanceof ClassEntry type) {
            open.add(type.asInternalName());
          }
        }
      }
    }
    assertTrue(seen.contains("orthant/testing/Comparison") && seen.contains("orthant/testing/Frame"), seen.toString());
  }

  @Test
  void arraysAreReadableInReports() {
    var format = new ArrayFormat();
    assertEquals("int64 of shape (3,): [0 1 2]", format.report(Nd.arange(3)).toString());
    assertEquals("int64 of shape (2, 2), strides (8, 16):\n[[0 2]\n [1 3]]", format.report(Nd.arange(4).reshape(2, 2).T()).toString());
    assertTrue(format.appliesTo(Nd.zeros()) && !format.appliesTo("text"));
  }

  @Test
  void wishesThatCannotBeAreRefused() {
    @ArrayOf(minDims = 3, maxDims = 2)
    record Wish() {}

    assertThrows(IllegalArgumentException.class, () -> ArrayProvider.arrays(Wish.class.getAnnotation(ArrayOf.class)));
  }
}
