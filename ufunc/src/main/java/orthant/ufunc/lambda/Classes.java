package orthant.ufunc.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The class files that a function is made of, as its class loader finds them. */
final class Classes {
  private static final int LARGEST = 1 << 24;
  /**
   * Classes of the platform whose methods mean what their bytecode says. All others are not looked into.
   */
  private static final Set<String> READ = Set.of("Math", "StrictMath", "Double", "Float", "Long", "Integer", "Short", "Byte", "Character", "Boolean");
  /** Functions whose last bits Java leaves to the machine: what runs is not their bytecode. */
  private static final Set<String> INEXACT = Set.of("sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp", "log", "log10", "cbrt", "pow",
      "hypot", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "expm1", "log1p", "IEEEremainder");

  private final ClassLoader loader;
  private final Map<String, ClassModel> known = new HashMap<>();

  Classes(ClassLoader loader) {
    this.loader = loader == null ? ClassLoader.getSystemClassLoader() : loader;
  }

  /** A class by its internal name. */
  ClassModel find(String name) {
    return known.computeIfAbsent(name, this::read);
  }

  private ClassModel read(String name) {
    try (InputStream in = loader.getResourceAsStream(name + ".class")) {
      if (in == null) {
        throw new Untranslatable("is of a class whose file is not found, " + name.replace('/', '.'));
      }
      ClassModel read = ClassFile.of().parse(in.readNBytes(LARGEST));
      if (!read.thisClass().asInternalName().equals(name)) {
        throw new Untranslatable("is of a class whose file is of another, " + name.replace('/', '.'));
      }
      return read;
    } catch (IOException e) {
      throw new Untranslatable("is of a class whose file cannot be read, " + name.replace('/', '.'));
    }
  }

  /** A method that may be read. */
  MethodModel method(String owner, String name, String descriptor) {
    String called = owner.substring(Math.max(owner.lastIndexOf('/'), owner.lastIndexOf('$')) + 1) + '.' + name;
    if (owner.startsWith("java/") || owner.startsWith("javax/") || owner.startsWith("jdk/")) {
      boolean mathematics = owner.equals("java/lang/Math") || owner.equals("java/lang/StrictMath");
      if (mathematics && INEXACT.contains(name)) {
        throw new Untranslatable("calls " + called + ", whose bits are Java's own");
      }
      if (!owner.startsWith("java/lang/") || !READ.contains(owner.substring("java/lang/".length()))) {
        throw new Untranslatable("calls " + called);
      }
    }
    for (MethodModel method : find(owner).methods()) {
      if (method.methodName().equalsString(name) && method.methodType().equalsString(descriptor)) {
        return method;
      }
    }
    throw new Untranslatable("calls " + called + ", which its class inherits");
  }

  boolean isRecord(String name) {
    return find(name).superclass().map(c -> c.asInternalName().equals("java/lang/Record")).orElse(false);
  }
}
