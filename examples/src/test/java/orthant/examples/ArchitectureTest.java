package orthant.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds the direction in which modules and packages depend on each other.
 *
 * <p>The rule of a package is the sentence {@code May import: ...} of its {@code package-info.java}, so that the text people
 * read is the text that is checked. It lists packages, a package with some of its classes in parentheses, or
 * {@code all of MODULE}, or says {@code nothing}.
 */
class ArchitectureTest {
  private static final Map<String, Set<String>> MAY_REQUIRE = Map.of(
      "core", Set.of("java.base", "io.jhdf", "jdk.jfr"), // the latter two are optional
      "ufunc", Set.of("java.base", "jdk.incubator.vector", "orthant.core"),
      "linalg", Set.of("java.base", "java.logging", "jdk.incubator.vector", "orthant.core", "orthant.ufunc", "arpack.combined.all",
          "dev.ludovic.netlib.blas", "dev.ludovic.netlib.lapack"),
      "parallel", Set.of("java.base", "orthant.core", "orthant.ufunc"),
      "mpi-bridge", Set.of("java.base", "orthant.core"));

  private static final Pattern RULE = Pattern.compile("May import:(.*?)\\.\\s", Pattern.DOTALL);
  private static final Pattern ITEM = Pattern.compile("(all of )?([\\w.]+)(?:\\s*\\(([^)]*)\\))?");
  private static final Pattern OURS = Pattern.compile("orthant/[\\w/$]+");

  @Test
  void modulesDependInOneDirection() {
    MAY_REQUIRE.forEach((module, allowed) -> {
      var required = SourceTree.descriptor(module).requires().stream().map(r -> r.name()).collect(Collectors.toSet());
      required.removeAll(allowed);
      assertEquals(Set.of(), required, module + " may require only " + new TreeSet<>(allowed));
    });
  }

  @Test
  void everyPackageSaysItsJobAndWhatItMayImport() {
    List<String> wrong = new ArrayList<>();
    for (Path source : SourceTree.sources("src/main/java")) {
      Path info = source.resolveSibling("package-info.java");
      if (!source.endsWith("module-info.java") && (!info.toFile().exists() || !RULE.matcher(SourceTree.text(info)).find())) {
        wrong.add(SourceTree.ROOT.relativize(info).toString());
      }
    }
    assertEquals(List.of(), wrong.stream().distinct().toList(), "these lack the sentence \"May import: ...\"");
  }

  @Test
  void packagesImportOnlyWhatTheySay() throws IOException {
    Map<String, Set<String>> rules = rules();
    Set<String> violations = new TreeSet<>();
    for (String module : SourceTree.MODULES) {
      for (Path file : SourceTree.files(module, "target/classes", ".class")) {
        ClassModel type = ClassFile.of().parse(file);
        String name = topLevel(type.thisClass().asInternalName());
        if (type.isModuleInfo() || name.contains(".jmh_generated.")) {
          continue;
        }
        Set<String> allowed = rules.getOrDefault(packageOf(name), Set.of());
        for (String used : references(type)) {
          if (!packageOf(used).equals(packageOf(name)) && !allowed.contains(packageOf(used)) && !allowed.contains(used)) {
            violations.add(name + " uses " + used);
          }
        }
      }
    }
    assertEquals("", String.join("\n", violations), "not allowed by the package-info of the package that uses it");
  }

  @Test
  void aViolationWouldBeSeen() throws IOException {
    try (var in = ArchitectureTest.class.getResourceAsStream("/orthant/NDArray.class")) {
      assertTrue(references(ClassFile.of().parse(in.readAllBytes())).contains("orthant.layout.Layout"));
    }
    assertTrue(rules().get("orthant.layout").isEmpty() || !rules().get("orthant.layout").contains("orthant"));
  }

  /** For each package, the packages and the classes it may use. */
  private static Map<String, Set<String>> rules() {
    Map<String, Set<String>> rules = new TreeMap<>();
    for (Path info : SourceTree.sources("src/main/java")) {
      Matcher rule = RULE.matcher(info.endsWith("package-info.java") ? SourceTree.text(info) : "");
      if (rule.find()) {
        rules.put(packageOf(classNameOf(info)), allowed(rule.group(1).replaceAll("\\s*\\n \\*\\s*", " ").trim(), info));
      }
    }
    return rules;
  }

  private static Set<String> allowed(String sentence, Path info) {
    Set<String> allowed = new TreeSet<>();
    if (sentence.equals("nothing")) {
      return allowed;
    }
    Matcher item = ITEM.matcher(sentence);
    int end = 0;
    while (item.find()) {
      String between = sentence.substring(end, item.start()).trim();
      assertTrue(between.equals(end == 0 ? "" : ","), () -> info + ": cannot read \"" + sentence + '"');
      String name = item.group(2);
      if (item.group(1) != null) {
        allowed.addAll(packagesOf(name));
      } else if (item.group(3) != null) {
        for (String type : item.group(3).split("\\s*,\\s*")) {
          allowed.add(name + '.' + type);
        }
      } else {
        allowed.add(name);
      }
      end = item.end();
    }
    return allowed;
  }

  /** The packages that a module of ours exports, to all or to some. */
  private static Set<String> packagesOf(String moduleName) {
    return SourceTree.MODULES.stream().map(SourceTree::descriptor).filter(d -> d.name().equals(moduleName))
        .flatMap(d -> d.exports().stream()).map(e -> e.source()).collect(Collectors.toSet());
  }

  /** Our top-level classes that a class file mentions: in code, in descriptors, in the types of its members. */
  private static Set<String> references(ClassModel type) {
    StringBuilder text = new StringBuilder();
    for (PoolEntry entry : type.constantPool()) {
      switch (entry) {
        case ClassEntry c -> text.append(c.asInternalName()).append(' ');
        case NameAndTypeEntry n -> text.append(n.type().stringValue()).append(' ');
        case MethodTypeEntry m -> text.append(m.descriptor().stringValue()).append(' ');
        default -> { }
      }
    }
    type.fields().forEach(f -> text.append(f.fieldType().stringValue()).append(' '));
    type.methods().forEach(m -> text.append(m.methodType().stringValue()).append(' '));
    Set<String> found = new TreeSet<>();
    Matcher ours = OURS.matcher(text);
    while (ours.find()) {
      found.add(topLevel(ours.group()));
    }
    return found;
  }

  private static String classNameOf(Path source) {
    String path = source.toString().replace('\\', '/');
    return path.substring(path.indexOf("src/main/java/") + "src/main/java/".length(), path.length() - ".java".length())
        .replace('/', '.');
  }

  private static String topLevel(String internalName) {
    int dollar = internalName.indexOf('$');
    return (dollar < 0 ? internalName : internalName.substring(0, dollar)).replace('/', '.');
  }

  private static String packageOf(String className) {
    return className.substring(0, className.lastIndexOf('.'));
  }
}
