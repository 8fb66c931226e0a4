package orthant.linalg.blas;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.lapack.JavaLAPACK;
import dev.ludovic.netlib.lapack.LAPACK;
import dev.ludovic.netlib.lapack.NativeLAPACK;
import dev.ludovic.netlib.blas.NativeBLAS;
import java.util.Arrays;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The door to dev.ludovic.netlib, which decides while its classes initialise, by system properties, what to load.
 *
 * <p>Left to itself it would load any {@code libblas.so.3} unchecked, perhaps a second OpenBLAS beside ours, which ends
 * the process. So it gets the library that we have loaded and checked, or none; what the user has set stays.
 */
final class Netlib {
  private static final String PACKAGE = "dev.ludovic.netlib.";
  private static final String[] PARTS = {"blas", "lapack"};
  /** Kept, because the logging system forgets levels of loggers that nobody holds. */
  private static final Logger[] LOGGERS =
      Stream.of(PARTS).map(p -> Logger.getLogger(PACKAGE + p + ".InstanceBuilder")).toArray(Logger[]::new);

  private Netlib() {}

  /**
   * Initialises netlib for this process; later calls change nothing.
   *
   * @param path the native library it shall use; nothing for none
   */
  static synchronized void use(Optional<String> path) {
    Arrays.stream(LOGGERS).filter(l -> l.getLevel() == null).forEach(l -> l.setLevel(Level.WARNING));
    for (String part : PARTS) {
      String pathProperty = PACKAGE + part + ".nativeLibPath";
      String allowProperty = PACKAGE + part + ".allowNative";
      boolean untouched = Stream.of(pathProperty, allowProperty, PACKAGE + part + ".nativeLib")
          .allMatch(p -> System.getProperty(p) == null);
      try {
        if (untouched) {
          path.ifPresentOrElse(p -> System.setProperty(pathProperty, p), () -> System.setProperty(allowProperty, "false"));
        }
        if (part.equals("blas")) {
          BLAS.getInstance();
        } else {
          LAPACK.getInstance();
        }
      } finally {
        if (untouched) {
          System.clearProperty(pathProperty);
          System.clearProperty(allowProperty);
        }
      }
    }
  }

  /**
   * Whether both parts run native code.
   *
   * @return false if netlib fell back to Java
   */
  static boolean isNative() {
    return BLAS.getInstance() instanceof NativeBLAS && LAPACK.getInstance() instanceof NativeLAPACK;
  }

  /**
   * BLAS.
   *
   * @return native, or in Java
   */
  static Blas blas() {
    return new NetlibBlas(isNative() ? BLAS.getInstance() : JavaBLAS.getInstance());
  }

  /**
   * LAPACK.
   *
   * @return native, or in Java
   */
  static Lapack lapack() {
    return new NetlibLapack(isNative() ? LAPACK.getInstance() : JavaLAPACK.getInstance());
  }

  /**
   * LAPACK without native code.
   *
   * @return the translation by f2j
   */
  static Lapack javaLapack() {
    return new NetlibLapack(JavaLAPACK.getInstance());
  }
}
