package orthant.memory;

/** A doubly linked list of blocks, which holds them strongly; the pool's, under its lock. */
final class Ring {
  private Block first;

  boolean isEmpty() {
    return first == null;
  }

  Block first() {
    return first;
  }

  void add(Block block) {
    block.next = first;
    if (first != null) {
      first.previous = block;
    }
    first = block;
  }

  void remove(Block block) {
    if (block.previous != null) {
      block.previous.next = block.next;
    } else {
      first = block.next;
    }
    if (block.next != null) {
      block.next.previous = block.previous;
    }
    block.previous = null;
    block.next = null;
  }
}
