package orthant.testing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which axes the operands and the results of a generalised universal function have of their own, as NumPy writes it:
 * {@code (m?,n),(n,p?)->(m?,p?)}. A number is a fixed size, {@code ?} an axis that may be left out.
 *
 * @param inputs the names of the axes of each operand
 * @param outputs the names of the axes of each result
 */
record Signature(List<List<String>> inputs, List<List<String>> outputs) {
  private static final Pattern SHAPE = Pattern.compile("\\(((?:\\w+\\??(?:,\\w+\\??)*)?)\\)");
  private static final Pattern SHAPES = Pattern.compile(SHAPE.pattern() + "(?:," + SHAPE.pattern() + ")*");

  static Signature parse(String text) {
    String[] sides = text.replaceAll("\\s", "").split("->", -1);
    if (sides.length != 2 || !SHAPES.matcher(sides[0]).matches() || !SHAPES.matcher(sides[1]).matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a signature such as (m,n),(n)->(m)");
    }
    Signature signature = new Signature(shapes(sides[0]), shapes(sides[1]));
    Set<String> known = signature.names(signature.inputs);
    for (String name : signature.names(signature.outputs)) {
      if (!isSize(name) && !known.contains(name)) {
        throw new IllegalArgumentException("the axis " + name + " of the signature " + text + " is in no operand; its size is not known");
      }
    }
    for (List<String> shape : signature.inputs) {
      if (shape.stream().anyMatch(axis -> axis.endsWith("?") && isSize(plain(axis)))) {
        throw new IllegalArgumentException("the signature " + text + " has a fixed size that may be left out; there is no telling when");
      }
    }
    return signature;
  }

  private static List<List<String>> shapes(String side) {
    List<List<String>> shapes = new ArrayList<>();
    Matcher m = SHAPE.matcher(side);
    while (m.find()) {
      shapes.add(m.group(1).isEmpty() ? List.of() : List.of(m.group(1).split(",")));
    }
    return shapes;
  }

  static boolean isSize(String axis) {
    return Character.isDigit(axis.charAt(0));
  }

  static String plain(String axis) {
    return axis.replace("?", "");
  }

  private Set<String> names(List<List<String>> shapes) {
    Set<String> names = new LinkedHashSet<>();
    shapes.forEach(shape -> shape.forEach(axis -> names.add(plain(axis))));
    return names;
  }

  /** The axes whose sizes are free, without question marks. */
  List<String> free() {
    return names(inputs).stream().filter(axis -> !isSize(axis)).toList();
  }

  /** The axes that may be left out. */
  Set<String> optional() {
    Set<String> optional = new LinkedHashSet<>();
    inputs.forEach(shape -> shape.stream().filter(axis -> axis.endsWith("?")).forEach(axis -> optional.add(plain(axis))));
    return optional;
  }
}
