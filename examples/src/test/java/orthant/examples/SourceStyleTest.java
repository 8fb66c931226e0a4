package orthant.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of style that a machine can hold: no formatter reads Java 25 while Maven itself runs on an older Java. */
class SourceStyleTest {
  private static final int LINE = 150;
  private static final int FILE = 600;
  private static final Pattern NAME_SAYS_NOTHING = Pattern.compile("\\w*(Impl|Utils?|Manager|Helper)\\.java");
  private static final Pattern IMPORT = Pattern.compile("^import (?:static )?[\\w.]+\\.(\\w+);$", Pattern.MULTILINE);
  private static final Pattern LEFT_OVER = Pattern.compile("\\b(TODO|FIXME|XXX)\\b|@Disabled\\b|\\bassume(True|False|That)\\(");

  @Test
  void linesAreShortAndClean() {
    check((file, found) -> {
      String[] lines = SourceTree.text(file).split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        // A line that is one string, as in a table of messages, reads better whole.
        if (lines[i].length() > LINE && !lines[i].strip().startsWith("\"")) {
          found.add(i + 1 + ": longer than " + LINE);
        }
        if (lines[i].indexOf('\t') >= 0 || lines[i].endsWith(" ") || lines[i].endsWith("\r")) {
          found.add(i + 1 + ": tab, trailing space or carriage return");
        }
      }
      if (!lines[lines.length - 1].isEmpty()) {
        found.add(lines.length + ": no newline at the end");
      }
    });
  }

  @Test
  void everyImportIsUsed() {
    check((file, found) -> {
      String text = SourceTree.text(file);
      Matcher m = IMPORT.matcher(text);
      while (m.find()) {
        if (Pattern.compile("\\b" + m.group(1) + "\\b").matcher(text).results().count() < 2) {
          found.add("unused " + m.group());
        }
      }
    });
  }

  @Test
  void filesAreShortAndNamedForWhatTheyDo() {
    check((file, found) -> {
      if (NAME_SAYS_NOTHING.matcher(file.getFileName().toString()).matches()) {
        found.add("a name that says nothing");
      }
      long lines = SourceTree.text(file).lines().count();
      if (lines > FILE && file.toString().contains("main")) {
        found.add(lines + " lines, more than " + FILE);
      }
    });
  }

  @Test
  void nothingIsLeftForLaterAndNoTestIsSkipped() {
    check((file, found) -> {
      if (!file.endsWith("SourceStyleTest.java")) {
        LEFT_OVER.matcher(SourceTree.text(file)).results().forEach(r -> found.add(r.group()));
      }
    });
  }

  /** Runs a rule over every source file; fails with everything that it found, one a line. */
  private static void check(BiConsumer<Path, List<String>> rule) {
    List<String> all = new ArrayList<>();
    Stream.of("src/main/java", "src/test/java").flatMap(f -> SourceTree.sources(f).stream()).forEach(file -> {
      List<String> found = new ArrayList<>();
      rule.accept(file, found);
      found.forEach(f -> all.add(SourceTree.ROOT.relativize(file) + ": " + f));
    });
    assertEquals("", String.join("\n", all));
  }
}
