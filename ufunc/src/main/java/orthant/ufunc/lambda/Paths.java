package orthant.ufunc.lambda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import orthant.expr.V;

/**
 * When a place in code is reached: functions of conditions, as ordered binary decision diagrams (Bryant, "Graph-Based Algorithms for Boolean
 * Function Manipulation", 1986). They are numbers; equal functions have the same number.
 */
final class Paths {
  static final int NEVER = 0;
  static final int ALWAYS = 1;
  private static final int MOST = 5000;

  /** If the condition holds one function, else the other; conditions are asked in the order of their numbers. */
  private record Node(int condition, int yes, int no) {}

  private record Choice(int f, int yes, int no) {}

  private final List<V> conditions = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Node, Integer> numbers = new HashMap<>();
  private final Map<Choice, Integer> chosen = new HashMap<>();
  private final Map<Integer, V> masks = new HashMap<>();

  Paths() {
    nodes.add(new Node(Integer.MAX_VALUE, NEVER, NEVER));
    nodes.add(new Node(Integer.MAX_VALUE, ALWAYS, ALWAYS));
  }

  /** Where a mask is set. */
  int of(V mask) {
    int at = conditions.indexOf(mask);
    if (at < 0) {
      at = conditions.size();
      conditions.add(mask);
    }
    return node(at, ALWAYS, NEVER);
  }

  int not(int f) {
    return choose(f, NEVER, ALWAYS);
  }

  int and(int f, int g) {
    return choose(f, g, NEVER);
  }

  int or(int f, int g) {
    return choose(f, ALWAYS, g);
  }

  private int node(int condition, int yes, int no) {
    if (yes == no) {
      return yes;
    }
    return numbers.computeIfAbsent(new Node(condition, yes, no), node -> {
      if (nodes.size() > MOST) {
        throw new Untranslatable("has too many branches");
      }
      nodes.add(node);
      return nodes.size() - 1;
    });
  }

  private int top(int f) {
    return nodes.get(f).condition;
  }

  private int given(int f, int condition, boolean holds) {
    return top(f) != condition ? f : holds ? nodes.get(f).yes : nodes.get(f).no;
  }

  private int choose(int f, int yes, int no) {
    if (f <= ALWAYS || yes == no) {
      return f == NEVER ? no : yes;
    }
    Choice asked = new Choice(f, yes, no);
    Integer known = chosen.get(asked);
    if (known == null) {
      int first = Math.min(top(f), Math.min(top(yes), top(no)));
      known = node(first, choose(given(f, first, true), given(yes, first, true), given(no, first, true)),
          choose(given(f, first, false), given(yes, first, false), given(no, first, false)));
      chosen.put(asked, known);
    }
    return known;
  }

  /** A simpler function that is the same wherever another one, which is not never, holds (Coudert and Madre's restriction, 1990). */
  int within(int f, int where) {
    if (f <= ALWAYS || where == ALWAYS) {
      return f;
    }
    int first = top(where);
    if (first < top(f)) {
      return within(f, or(given(where, first, true), given(where, first, false)));
    }
    first = top(f);
    int yes = given(where, first, true);
    int no = given(where, first, false);
    if (yes == NEVER) {
      return within(given(f, first, false), no);
    }
    return no == NEVER ? within(given(f, first, true), yes)
        : node(first, within(given(f, first, true), yes), within(given(f, first, false), no));
  }

  /** The mask that is set where a function holds, which is neither always nor never. */
  V mask(int f) {
    V known = masks.get(f);
    if (known == null) {
      known = written(f);
      masks.put(f, known);
    }
    return known;
  }

  private V written(int f) {
    Node node = nodes.get(f);
    V condition = conditions.get(node.condition);
    if (node.yes <= ALWAYS && node.no <= ALWAYS) {
      return node.yes == ALWAYS ? condition : condition.not();
    }
    return switch (node.yes) {
      case NEVER -> condition.not().and(mask(node.no));
      case ALWAYS -> condition.or(mask(node.no));
      default -> switch (node.no) {
        case NEVER -> condition.and(mask(node.yes));
        case ALWAYS -> condition.not().or(mask(node.yes));
        default -> condition.select(mask(node.yes), mask(node.no));
      };
    };
  }
}
