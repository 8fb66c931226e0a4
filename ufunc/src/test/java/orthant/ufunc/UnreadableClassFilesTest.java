package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import orthant.DType;
import orthant.Nd;
import orthant.expr.Call;
import orthant.expr.Program;
import orthant.ufunc.lambda.Translation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A function whose class file cannot be read, or does not say what the class does, is called; nothing is thrown. */
class UnreadableClassFilesTest {
  private static final String NAME = "orthant/ufunc/UnreadableClassFilesTest$Subject";
  private static final int CORRUPTED = 2000;

  /** Makes the function, in a class that was defined from another class file than the one that can be read. */
  public static final class Subject implements Supplier<Scalars.DoubleUnary> {
    /** The only one. */
    public Subject() {}

    @Override
    public Scalars.DoubleUnary get() {
      return x -> leaky(x) + 0.75;
    }

    private static double leaky(double x) {
      return x > 0 ? x * 3 : x * 0.125;
    }
  }

  /** Defines the class as it is, and answers with something else when asked for its class file. */
  private static final class Lying extends ClassLoader {
    private final Supplier<InputStream> file;

    Lying(Supplier<InputStream> file) {
      super(UnreadableClassFilesTest.class.getClassLoader());
      this.file = file;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        if (!name.equals(NAME.replace('/', '.'))) {
          return super.loadClass(name, resolve);
        }
        Class<?> known = findLoadedClass(name);
        byte[] bytes = file();
        return known != null ? known : defineClass(name, bytes, 0, bytes.length);
      }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      return name.equals(NAME + ".class") ? file.get() : super.getResourceAsStream(name);
    }
  }

  /** The class file as the compiler wrote it. */
  private static byte[] file() {
    try (InputStream in = UnreadableClassFilesTest.class.getResourceAsStream("/" + NAME + ".class")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Scalars.DoubleUnary function(Supplier<InputStream> file) {
    try {
      Object subject = new Lying(file).loadClass(NAME.replace('/', '.')).getConstructor().newInstance();
      return (Scalars.DoubleUnary) ((Supplier<?>) subject).get();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Scalars.DoubleUnary function(byte[] file) {
    return function(() -> new ByteArrayInputStream(file));
  }

  private static Translation translation(byte[] file) {
    return Translation.of(Call.method(Scalars.DoubleUnary.class), function(file));
  }

  private static DynamicTest isCalled(String what, Supplier<InputStream> file, String reason) {
    return dynamicTest(what, () -> {
      Ufunc f = Ufuncs.of(what, function(file));
      String first = f.explain(DType.float64).lines().findFirst().orElseThrow();
      assertTrue(first.startsWith("the function is called for each element: it " + reason), first);
      assertEquals(0.625, f.apply(Nd.full(DType.float64, -1.0, 3)).getDouble(2));
      assertEquals(6.75, f.apply(Nd.full(DType.float64, 2.0, 3)).getDouble(0));
    });
  }

  private static DynamicTest isCalled(String what, byte[] file, String reason) {
    return isCalled(what, () -> new ByteArrayInputStream(file), reason);
  }

  /** The class file with bytes at a place replaced by others. */
  private static byte[] with(int at, int... bytes) {
    byte[] file = file();
    for (int i = 0; i < bytes.length; i++) {
      file[at + i] = (byte) bytes[i];
    }
    return file;
  }

  private static InputStream failing(Exception failure) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        if (failure instanceof IOException e) {
          throw e;
        }
        throw (RuntimeException) failure;
      }
    };
  }

  /** The class file without the last bytes of the code of a method, all lengths being right. */
  private static byte[] cut(String method, int kept) {
    byte[] file = file();
    byte[] code = code(method);
    int at = place(file, code);
    ByteBuffer cut = ByteBuffer.allocate(file.length - code.length + kept);
    cut.put(file, 0, at + kept).put(file, at + code.length, file.length - at - code.length);
    // JVMS 4.7.3: u4 attribute_length, u2 max_stack, u2 max_locals, u4 code_length, code.
    cut.putInt(at - 4, kept);
    cut.putInt(at - 12, cut.getInt(at - 12) - code.length + kept);
    return cut.array();
  }

  private static byte[] code(String name) {
    MethodModel method = ClassFile.of().parse(file()).methods().stream().filter(m -> m.methodName().stringValue().startsWith(name))
        .findFirst().orElseThrow();
    return ((CodeAttribute) method.code().orElseThrow()).codeArray();
  }

  private static int place(byte[] file, byte[] code) {
    HexFormat hex = HexFormat.of();
    String all = hex.formatHex(file);
    String part = hex.formatHex(code);
    int at = all.indexOf(part);
    assertTrue(at % 2 == 0 && all.indexOf(part, at + 1) < 0, "the code is in one place");
    return at / 2;
  }

  @Test
  void asItIsItIsTranslated() {
    Translation translation = translation(file());
    assertNull(translation.reason());
    assertNotNull(translation.program());
  }

  @TestFactory
  Stream<DynamicTest> whatCannotBeReadIsCalled() {
    byte[] file = file();
    return Stream.of(
        isCalled("no class file", () -> null, "is of a class whose file is not found"),
        isCalled("an error of reading", () -> failing(new IOException("the disk is gone")), "is of a class whose file cannot be read"),
        isCalled("another exception", () -> failing(new IllegalStateException("closed")), "could not be read"),
        isCalled("an empty class file", new byte[0], "could not be read"),
        isCalled("half a class file", Arrays.copyOf(file, file.length / 2), "could not be read"),
        isCalled("a wrong magic number", with(0, 0xca, 0xfe, 0xd0, 0x0d), "could not be read"),
        isCalled("a version of the future", with(6, 0x7f, 0xff), "could not be read"),
        isCalled("another class", bytesOf(Lying.class), "is of a class whose file is of another"),
        isCalled("a lambda without its end", cut("lambda$", code("lambda$").length - 1), ""),
        isCalled("a method without its end", cut("leaky", code("leaky").length - 1), ""),
        isCalled("a method cut inside an instruction", cut("leaky", 4), "could not be read"),
        isCalled("another number in the code", with(place(file, doubleConstant(3)) + 2, 0x10), "does another thing than its class file says"));
  }

  private static byte[] bytesOf(Class<?> type) {
    try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As it is in the constant pool: tag 6, then the bits. */
  private static byte[] doubleConstant(double value) {
    return ByteBuffer.allocate(9).put((byte) 6).putDouble(value).array();
  }

  @Test
  void whereverTheFileEndsNothingIsThrown() {
    byte[] file = file();
    Program whole = translation(file).program();
    // What comes after the methods is not looked at.
    int needed = Stream.of("lambda$", "leaky").mapToInt(method -> place(file, code(method)) + code(method).length).max().orElseThrow();
    for (int length = 0; length < file.length; length++) {
      Program program = translation(Arrays.copyOf(file, length)).program();
      assertTrue(program == null || length > needed && program.equals(whole), "the first " + length + " bytes of " + file.length);
    }
  }

  @Test
  void whereverTheCodeIsCutNothingIsThrown() {
    for (String method : new String[] {"lambda$", "leaky"}) {
      int length = code(method).length;
      assertEquals(translation(file()).program(), translation(cut(method, length)).program());
      for (int kept = 0; kept < length; kept++) {
        assertNull(translation(cut(method, kept)).program(), kept + " bytes of the code of " + method);
      }
    }
  }

  @Test
  void whateverIsInTheFileNothingIsThrown() {
    SplittableRandom random = new SplittableRandom(7);
    int called = 0;
    for (int i = 0; i < CORRUPTED; i++) {
      byte[] file = file();
      file[random.nextInt(file.length)] = (byte) random.nextInt(256);
      Translation translation = translation(file);
      assertTrue(translation.program() == null ^ translation.reason() == null);
      called += translation.program() == null ? 1 : 0;
    }
    assertTrue(called > CORRUPTED / 10, called + " of " + CORRUPTED);
  }
}
