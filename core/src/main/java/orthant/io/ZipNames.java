package orthant.io;

/** Which names files in an archive may have: such as stay below a folder on every system. */
final class ZipNames {
  private ZipNames() {}

  /** Refuses absolute names, such with a step upwards, and control characters. */
  static String check(String name) {
    String fault = fault(name);
    if (fault != null) {
      throw new NpyException("the name '" + name + "' " + fault + "; names in an archive must be relative, without .. and control characters");
    }
    return name;
  }

  private static String fault(String name) {
    if (name.isEmpty()) {
      return "is empty";
    }
    if (name.chars().anyMatch(c -> c < ' ' || c == 127)) {
      return "has a control character";
    }
    if (name.startsWith("/") || name.startsWith("\\") || name.length() > 1 && name.charAt(1) == ':' && Character.isLetter(name.charAt(0))) {
      return "is absolute";
    }
    for (String step : name.split("[/\\\\]")) {
      if (step.equals("..")) {
        return "leads upwards";
      }
    }
    return null;
  }
}
