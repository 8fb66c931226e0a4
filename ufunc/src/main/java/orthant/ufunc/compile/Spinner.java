package orthant.ufunc.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import orthant.kernel.Kernel;
import orthant.memory.Raw;

/**
 * Makes a hidden class around one method, the loop. {@code -Dorthant.kernels.dump=DIR} writes each class into a directory
 * ({@code javap -c -p} reads it), {@code -Dorthant.kernels.verify=true} verifies it before it is defined.
 */
public final class Spinner {
  private static final ClassDesc KERNEL = ClassDesc.of(Kernel.class.getName());
  private static final ClassDesc RAW = ClassDesc.of(Raw.class.getName());
  private static final String PACKAGE = Spinner.class.getPackageName();
  private static final String DUMP = System.getProperty("orthant.kernels.dump");
  private static final boolean VERIFY = Boolean.getBoolean("orthant.kernels.verify");
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Spinner() {}

  /**
   * A kernel.
   *
   * @param name for stack traces and profiles, in characters of a Java identifier
   * @param form what {@link Kernel#form} answers
   * @param constants objects that the code loads; complete after {@code loop} has run
   * @param loop emits the body of {@link Kernel#run}
   * @return an instance
   * @throws IllegalStateException if the class cannot be made
   */
  public static Kernel spin(String name, String form, ClassConstants constants, Consumer<CodeBuilder> loop) {
    return (Kernel) define(name, constants, bytes(name, form, loop));
  }

  /** A loop over Java arrays; {@code loop} emits the body of {@link Block#run}. */
  static Block spinBlock(String name, ClassConstants constants, Consumer<CodeBuilder> loop) {
    return (Block) define(name, constants, bytes(name, ClassDesc.of(Block.class.getName()),
        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object.arrayType(), ConstantDescs.CD_int), loop, c -> {}));
  }

  /** A loop over vectors that stops at rare elements; {@code loop} emits the body of {@link Stretch#run}. */
  static Stretch spinStretch(String name, ClassConstants constants, Consumer<CodeBuilder> loop) {
    return (Stretch) define(name, constants, bytes(name, ClassDesc.of(Stretch.class.getName()),
        MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_long.arrayType(), ConstantDescs.CD_int), loop, c -> {}));
  }

  private static Object define(String name, ClassConstants constants, byte[] bytes) {
    if (DUMP != null) {
      dump(name, bytes);
    }
    if (VERIFY) {
      verify(name, bytes);
    }
    try {
      var lookup = MethodHandles.lookup().defineHiddenClassWithClassData(bytes, constants.objects(), true);
      return lookup.findConstructor(lookup.lookupClass(), java.lang.invoke.MethodType.methodType(void.class)).invoke();
    } catch (Throwable e) {
      throw new IllegalStateException("the kernel " + name + " could not be made; -Dorthant.kernels.dump=DIR writes its class", e);
    }
  }

  static byte[] bytes(String name, String form, Consumer<CodeBuilder> loop) {
    return bytes(name, KERNEL, MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long.arrayType()), loop,
        c -> c.withMethodBody("form", MethodTypeDesc.of(ConstantDescs.CD_String), ClassFile.ACC_PUBLIC, code -> code.ldc(form).areturn()));
  }

  private static byte[] bytes(String name, ClassDesc type, MethodTypeDesc run, Consumer<CodeBuilder> loop, Consumer<ClassBuilder> more) {
    return ClassFile.of().build(ClassDesc.of(PACKAGE + "." + name), c -> more.accept(c
        .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
        .withInterfaceSymbols(type)
        .withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, 0,
            code -> code.aload(0).invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void).return_())
        .withMethodBody("run", run, ClassFile.ACC_PUBLIC, code -> {
          code.invokestatic(RAW, "touch", ConstantDescs.MTD_void);
          loop.accept(code);
        })));
  }

  private static void dump(String name, byte[] bytes) {
    try {
      Path dir = Files.createDirectories(Path.of(DUMP));
      Files.write(dir.resolve(name + "_" + COUNT.incrementAndGet() + ".class"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write kernels to " + DUMP, e);
    }
  }

  private static void verify(String name, byte[] bytes) {
    List<VerifyError> errors = ClassFile.of().verify(bytes);
    if (!errors.isEmpty()) {
      throw new IllegalStateException("the kernel " + name + " does not verify: " + errors);
    }
  }
}
