package orthant.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tensors of others, well-formed and hostile, in both structures. */
class DlpackTakeTest {
  /** A tensor of shape (2, 3) over the int32 numbers 0 to 11, written as C would write it. */
  private static final class Foreign {
    private final AtomicInteger deleted = new AtomicInteger();
    private final boolean versioned;
    private final MemorySegment data;
    private final MemorySegment fields;
    private final long at;
    private volatile long of;

    Foreign(boolean versioned) {
      this.versioned = versioned;
      at = versioned ? 32 : 0;
      var arena = Arena.global();
      data = arena.allocate(48, 16);
      for (int i = 0; i < 12; i++) {
        data.setAtIndex(ValueLayout.JAVA_INT, i, i);
      }
      fields = arena.allocate(versioned ? 80 : 64, 8);
      if (versioned) {
        fields.set(ValueLayout.JAVA_INT, 0, 1);
        fields.set(ValueLayout.JAVA_INT, 4, 1);
        // That it is a copy and what is not known yet say nothing about reading it.
        fields.set(ValueLayout.JAVA_LONG, 24, 2 | 1L << 40);
      }
      fields.set(ValueLayout.JAVA_LONG, at, data.address());
      fields.set(ValueLayout.JAVA_INT, at + 8, 1);
      fields.set(ValueLayout.JAVA_INT, at + 16, 2);
      type(0, 32, 1);
      shape(2, 3);
      try {
        var target = MethodHandles.lookup().findVirtual(Foreign.class, "delete", MethodType.methodType(void.class, long.class)).bindTo(this);
        var stub = Linker.nativeLinker().upcallStub(target, FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG), arena);
        fields.set(ValueLayout.JAVA_LONG, versioned ? 16 : 56, stub.address());
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }

    private void delete(long tensor) {
      of = tensor;
      deleted.incrementAndGet();
    }

    void set(long field, int value) {
      fields.set(ValueLayout.JAVA_INT, at + field, value);
    }

    void set(long field, long value) {
      fields.set(ValueLayout.JAVA_LONG, at + field, value);
    }

    void type(int code, int bits, int lanes) {
      fields.set(ValueLayout.JAVA_BYTE, at + 20, (byte) code);
      fields.set(ValueLayout.JAVA_BYTE, at + 21, (byte) bits);
      fields.set(ValueLayout.JAVA_SHORT, at + 22, (short) lanes);
    }

    void shape(long... shape) {
      set(24, Arena.global().allocateFrom(ValueLayout.JAVA_LONG, shape).address());
    }

    void strides(long... strides) {
      set(32, Arena.global().allocateFrom(ValueLayout.JAVA_LONG, strides).address());
    }

    NDArray take() {
      return versioned ? Nd.fromDlpackVersioned(fields.address()) : Nd.fromDlpack(fields.address());
    }

    NDArray take(Arena arena) {
      return versioned ? Dlpack.takeVersioned(fields.address(), arena) : Dlpack.take(fields.address(), arena);
    }

    void awaitDeleted() throws InterruptedException {
      for (int i = 0; i < 200 && deleted.get() == 0; i++) {
        System.gc();
        Thread.sleep(20);
      }
      System.gc();
      Thread.sleep(50);
      assertEquals(1, deleted.get());
      assertEquals(fields.address(), of);
    }
  }

  private static void takes(boolean versioned, String expected, Consumer<Foreign> change) {
    var tensor = new Foreign(versioned);
    change.accept(tensor);
    assertEquals(expected, tensor.take().toString().replace("\n", ""));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void layouts(boolean versioned) {
    takes(versioned, "[[0 1 2] [3 4 5]]", _ -> { });
    takes(versioned, "[[3 4 5] [6 7 8]]", t -> t.set(40, 12L));
    takes(versioned, "[[0 2 4] [1 3 5]]", t -> t.strides(1, 2));
    takes(versioned, "[[8 7 6] [5 4 3]]", t -> {
      t.set(40, 32L);
      t.strides(-3, -1);
    });
    takes(versioned, "[[0 1 2] [0 1 2]]", t -> t.strides(0, 1));
    takes(versioned, "[]", t -> {
      t.shape(0, Long.MAX_VALUE);
      t.strides(Long.MIN_VALUE, 7);
      t.set(0, 0L);
    });
    takes(versioned, "5", t -> {
      t.set(16, 0);
      t.set(24, 0L);
      t.set(40, 20L);
    });
    takes(versioned, "[0.e+00+1.e-45j 3.e-45+4.e-45j]", t -> {
      t.type(5, 64, 1);
      t.set(16, 1);
    });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void elementsThatMayLieOnEachOtherAreReadOnly(boolean versioned) {
    for (long[] strides : new long[][] {{0, 1}, {3, 0}, {1, 1}, {2, 1}, {-2, 1}}) {
      var tensor = new Foreign(versioned);
      tensor.set(40, 16L);
      tensor.strides(strides);
      assertTrue(tensor.take().isReadOnly());
    }
    for (long[] strides : new long[][] {{3, 1}, {1, 2}, {-3, 1}, {4, -1}}) {
      var tensor = new Foreign(versioned);
      tensor.set(40, 16L);
      tensor.strides(strides);
      tensor.take().assign(7);
      assertEquals(7, tensor.data.getAtIndex(ValueLayout.JAVA_INT, 4));
    }
    var one = new Foreign(versioned);
    one.shape(1, 3);
    one.strides(0, 1);
    assertFalse(one.take().isReadOnly());
  }

  @Test
  void theFlagMakesItReadOnly() {
    var tensor = new Foreign(true);
    assertFalse(tensor.take().isReadOnly());
    tensor.fields.set(ValueLayout.JAVA_LONG, 24, 3L);
    var a = tensor.take();
    assertTrue(a.isReadOnly());
    assertThrows(RuntimeException.class, () -> a.assign(1));
    assertEquals(1, tensor.data.getAtIndex(ValueLayout.JAVA_INT, 1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theDeleterIsCalledOnceWhenNoArrayIsLeft(boolean versioned) throws InterruptedException {
    var tensor = new Foreign(versioned);
    NDArray view;
    try (var _ = Scope.open()) {
      view = tensor.take().get("1").T();
    }
    System.gc();
    Thread.sleep(50);
    assertEquals(0, tensor.deleted.get());
    assertEquals("[3 4 5]", view.toString());
    view = null;
    tensor.awaitDeleted();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theDeleterIsCalledOnceWhenTheArenaCloses(boolean versioned) throws InterruptedException {
    for (boolean confined : new boolean[] {true, false}) {
      var tensor = new Foreign(versioned);
      NDArray a;
      var arena = confined ? Arena.ofConfined() : Arena.ofShared();
      try (arena) {
        a = tensor.take(arena);
        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5}, a.toIntArray());
        assertEquals(0, tensor.deleted.get());
      }
      assertEquals(1, tensor.deleted.get());
      assertThrows(IllegalStateException.class, () -> a.sum());
      var second = new Foreign(versioned);
      assertThrows(IllegalStateException.class, () -> second.take(arena));
      tensor.awaitDeleted();
      assertEquals(0, second.deleted.get());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aTensorWithoutDeleterIsTaken(boolean versioned) {
    var tensor = new Foreign(versioned);
    tensor.fields.set(ValueLayout.JAVA_LONG, versioned ? 16 : 56, 0L);
    try (var arena = Arena.ofConfined()) {
      assertEquals(15, tensor.take(arena).sum().getLong());
    }
    assertEquals(0, tensor.deleted.get());
  }

  private static void refuses(boolean versioned, String part, Consumer<Foreign> change) throws InterruptedException {
    var tensor = new Foreign(versioned);
    change.accept(tensor);
    var e = assertThrows(IllegalArgumentException.class, tensor::take);
    assertTrue(e.getMessage().contains(part), e.getMessage());
    assertEquals(0, tensor.deleted.get());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void hostileStructures(boolean versioned) throws InterruptedException {
    for (long address : new long[] {0, -8, 12, Long.MIN_VALUE}) {
      var e = assertThrows(IllegalArgumentException.class, () -> {
        var _ = versioned ? Nd.fromDlpackVersioned(address) : Nd.fromDlpack(address);
      });
      assertTrue(e.getMessage().contains("0x" + Long.toHexString(address)), e.getMessage());
    }
    refuses(versioned, "device of type 2", t -> t.set(8, 2));
    refuses(versioned, "-1 axes", t -> t.set(16, -1));
    refuses(versioned, "65 axes", t -> t.set(16, 65));
    refuses(versioned, Integer.MAX_VALUE + " axes", t -> t.set(16, Integer.MAX_VALUE));
    refuses(versioned, "shape is 0x0", t -> t.set(24, 0L));
    refuses(versioned, "shape is 0x7b", t -> t.set(24, 123L));
    refuses(versioned, "strides is 0x4", t -> t.set(32, 4L));
    refuses(versioned, "negative size", t -> t.shape(2, -3));
    refuses(versioned, "negative size", t -> t.shape(0, Long.MIN_VALUE));
    refuses(versioned, "negative size", t -> {
      t.shape(-1, -1);
      t.strides(0, 0);
    });
    refuses(versioned, "too large", t -> t.shape(1L << 32, 1L << 31));
    refuses(versioned, "too large", t -> {
      t.shape(1L << 32, 1L << 32);
      t.strides(0, 0);
    });
    refuses(versioned, "spans 2^63", t -> t.strides(Long.MAX_VALUE / 4, 1));
    refuses(versioned, "spans 2^63", t -> t.strides(Long.MAX_VALUE / 2, 1));
    refuses(versioned, "spans 2^63", t -> t.strides(0, Long.MIN_VALUE));
    refuses(versioned, "no data", t -> t.set(0, 0L));
    refuses(versioned, "between the addresses", t -> t.set(0, -16L));
    refuses(versioned, "between the addresses", t -> t.set(40, -4L));
    refuses(versioned, "between the addresses", t -> t.set(40, Long.MAX_VALUE));
    refuses(versioned, "between the addresses", t -> t.strides(-(1L << 60), 1));
    refuses(versioned, "between the addresses", t -> t.strides((1L << 61) - 10, 1));
    refuses(versioned, "multiple of 4", t -> t.set(40, 2L));
    refuses(versioned, "4 lanes", t -> t.type(0, 32, 4));
    refuses(versioned, "0 lanes", t -> t.type(0, 32, 0));
    refuses(versioned, "code 4, 16 bits", t -> t.type(4, 16, 1));
    refuses(versioned, "code 3, 64 bits", t -> t.type(3, 64, 1));
    refuses(versioned, "code 6, 1 bits", t -> t.type(6, 1, 1));
    refuses(versioned, "code 2, 8 bits", t -> t.type(2, 8, 1));
    refuses(versioned, "code 5, 32 bits", t -> t.type(5, 32, 1));
    refuses(versioned, "code 255, 255 bits", t -> t.type(255, 255, 1));
  }

  @Test
  void theStructuresAreNotTakenForEachOther() throws InterruptedException {
    var old = new Foreign(false);
    assertTrue(assertThrows(IllegalArgumentException.class, () -> Nd.fromDlpackVersioned(old.fields.address())).getMessage().contains("version"));
    var versioned = new Foreign(true);
    assertTrue(assertThrows(IllegalArgumentException.class, () -> Nd.fromDlpack(versioned.fields.address())).getMessage().contains("Versioned"));
    refuses(true, "version is 2.1", t -> t.fields.set(ValueLayout.JAVA_INT, 0, 2));
    refuses(true, "version is 4294967295.1", t -> t.fields.set(ValueLayout.JAVA_INT, 0, -1));
    refuses(true, "version is 0.1", t -> t.fields.set(ValueLayout.JAVA_INT, 0, 0));
    var newer = new Foreign(true);
    newer.fields.set(ValueLayout.JAVA_INT, 4, 9);
    assertEquals(15, newer.take().sum().getLong());
    assertEquals(0, old.deleted.get() + versioned.deleted.get());
  }

  /** What {@link #withoutNativeAccess} runs. */
  static final class Denied {
    public static void main(String[] args) {
      try {
        Nd.fromDlpackVersioned(64);
      } catch (IllegalCallerException e) {
        System.out.println("refused: " + e.getMessage());
      }
    }
  }

  @Test
  void withoutNativeAccess() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process = new ProcessBuilder(java, "-Xmx64m", "--illegal-native-access=deny", "-cp",
        "target/classes" + File.pathSeparator + "target/test-classes", Denied.class.getName()).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    assertTrue(output.contains("refused: Illegal native access"), output);
    assertEquals(DType.int32, new Foreign(true).take().dtype());
  }
}
