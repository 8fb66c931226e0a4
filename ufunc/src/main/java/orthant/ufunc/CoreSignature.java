package orthant.ufunc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orthant.NDArray;
import orthant.layout.Shapes;

/**
 * The last axes of operands and results of a generalised function: {@code (m,n),(n)->(m)}.
 *
 * @param text as it was given
 * @param ins for each operand the names of its last axes; a number is a size
 * @param outs the same for each result
 */
record CoreSignature(String text, List<List<String>> ins, List<List<String>> outs) {
  private static final Pattern LIST = Pattern.compile("\\(\\s*((\\w+\\s*(,\\s*\\w+\\s*)*)?)\\)");
  private static final Pattern WHOLE = Pattern.compile("\\s*L(\\s*,\\s*L)*\\s*->\\s*L(\\s*,\\s*L)*\\s*".replace("L", LIST.pattern()));

  static CoreSignature of(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException("the signature '" + text + "' is not understood; it must look like (m,n),(n)->(m)");
    }
    int arrow = text.indexOf("->");
    CoreSignature signature = new CoreSignature(text, lists(text.substring(0, arrow)), lists(text.substring(arrow)));
    Set<String> known = new HashSet<>();
    signature.ins.forEach(known::addAll);
    for (List<String> out : signature.outs) {
      for (String name : out) {
        if (!isSize(name) && !known.contains(name)) {
          throw new IllegalArgumentException("the signature '" + text + "' has the dimension " + name
              + " in a result only; its size must be known from an operand, or be a number");
        }
      }
    }
    return signature;
  }

  private static List<List<String>> lists(String text) {
    List<List<String>> lists = new ArrayList<>();
    for (Matcher m = LIST.matcher(text); m.find();) {
      lists.add(m.group(1).isBlank() ? List.of() : Arrays.stream(m.group(1).split(",")).map(String::strip).toList());
    }
    return List.copyOf(lists);
  }

  private static boolean isSize(String name) {
    return Character.isDigit(name.charAt(0));
  }

  /** The sizes of the named dimensions, from the operands. */
  Map<String, Long> sizes(String function, NDArray... operands) {
    if (operands.length != ins.size()) {
      throw new IllegalArgumentException(function + text + " takes " + ins.size() + " operands but got " + operands.length);
    }
    Map<String, Long> sizes = new HashMap<>();
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < operands.length; i++) {
      List<String> names = ins.get(i);
      int outer = operands[i].ndim() - names.size();
      if (outer < 0) {
        throw new IllegalArgumentException(function + text + " got operand " + i + " of shape " + Shapes.text(operands[i].shape()) + ", which has "
            + operands[i].ndim() + " axes; it must have " + names.size() + " or more");
      }
      for (int k = 0; k < names.size(); k++) {
        String name = names.get(k);
        long size = operands[i].shape(outer + k);
        if (isSize(name)) {
          if (size != Long.parseLong(name)) {
            throw new IllegalArgumentException(function + text + " got operand " + i + " of shape " + Shapes.text(operands[i].shape())
                + ": axis " + (outer + k) + " has size " + size + "; it must be " + name);
          }
          continue;
        }
        Long known = sizes.putIfAbsent(name, size);
        if (known != null && known != size) {
          throw new IllegalArgumentException(function + text + ": dimension " + name + " is " + known + " in operand " + first.get(name) + " and "
              + size + " in operand " + i + "; they must be the same");
        }
        first.putIfAbsent(name, i);
      }
    }
    return sizes;
  }

  /** The last axes of a result. */
  long[] shape(int result, Map<String, Long> sizes) {
    return outs.get(result).stream().mapToLong(name -> isSize(name) ? Long.parseLong(name) : sizes.get(name)).toArray();
  }
}
