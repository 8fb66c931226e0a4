package orthant.mpi.local;

import orthant.mpi.Mpi;
import orthant.mpi.MpiException;
import orthant.mpi.MpiException.Reason;
import orthant.mpi.Status;
import orthant.mpi.transport.Faults;
import orthant.mpi.transport.Message;
import orthant.mpi.transport.Pending;
import orthant.mpi.transport.StridedCopy;

/** One half of a message: a send or a receive. Whoever takes it out of its mailbox ends it, and nobody else. */
abstract sealed class Exchange implements Pending, Waitable {
  /** A failure as data, so that every waiter gets an exception of its own, with its own stack. */
  private record Fault(Reason reason, String text) {}

  final LocalWorld world;
  final int owner;
  final Message message;
  private volatile boolean ended;
  private Status status;
  private Fault fault;

  private Exchange(LocalWorld world, int owner, Message message) {
    this.world = world;
    this.owner = owner;
    this.message = message;
    message.acquire();
  }

  abstract Mailbox mailbox();

  @Override
  public Status await() {
    var trouble = world.await(owner, this);
    if (trouble != null) {
      if (mailbox().withdraw(this)) {
        fail(Reason.INTERRUPTED, "given up: " + trouble.getMessage());
        throw trouble;
      }
      // Taken by another rank, which is copying right now.
      while (!ended) {
        Thread.onSpinWait();
      }
    }
    if (fault != null) {
      throw new MpiException(fault.reason, fault.text);
    }
    return status;
  }

  @Override
  public boolean test() {
    if (!ended) {
      world.checkAlive();
    }
    return ended;
  }

  @Override
  public boolean ended() {
    return ended;
  }

  void finish(Status result) {
    status = result;
    end();
  }

  void fail(Reason reason, String text) {
    fault = new Fault(reason, text);
    end();
  }

  private void end() {
    message.release();
    ended = true;
    world.wake(owner);
  }

  /** A message on its way. */
  static final class Send extends Exchange {
    final int dest;
    final int tag;
    /** What the receiver copies from: the array itself, or the copy that let the sender go on. */
    Message payload;

    Send(LocalWorld world, int owner, Message message, int dest, int tag) {
      super(world, owner, message);
      this.dest = dest;
      this.tag = tag;
      this.payload = message;
    }

    @Override
    Mailbox mailbox() {
      return world.mailbox(dest);
    }

    /** Lets the sender go on: what the receiver will copy from is a copy. */
    void sentByCopy() {
      var copy = message.fresh(message.count());
      // It belongs to the sender's innermost scope, which may end before the receiver has come.
      copy.acquire();
      StridedCopy.copy(message, copy, copy.count());
      payload = copy;
      sent();
    }

    void sent() {
      finish(new Status(dest, tag, message.count(), message.dtype()));
    }

    /** Ends this for both: the copy, if the sender went on with one, or the send itself. */
    void done() {
      if (payload != message) {
        payload.release();
      } else {
        sent();
      }
    }

    @Override
    public String waitingFor() {
      return "until rank " + dest + " receives " + message + " with tag " + tag;
    }
  }

  /** A place for a message. */
  static final class Receive extends Exchange {
    final int source;
    final int tag;

    Receive(LocalWorld world, int owner, Message message, int source, int tag) {
      super(world, owner, message);
      this.source = source;
      this.tag = tag;
    }

    boolean matches(Send send) {
      return (source == send.owner || source == Mpi.ANY_SOURCE) && (tag == send.tag || tag == Mpi.ANY_TAG);
    }

    /** Fails if the message has another dtype. */
    boolean accepts(Send send) {
      if (send.message.dtype() == message.dtype()) {
        return true;
      }
      fail(Reason.DTYPE, Faults.dtype(owner, message, send.owner, send.tag, send.message.dtype()));
      return false;
    }

    @Override
    Mailbox mailbox() {
      return world.mailbox(owner);
    }

    @Override
    public String waitingFor() {
      return "for " + message + " from " + (source == Mpi.ANY_SOURCE ? "any rank" : "rank " + source) + " with "
          + (tag == Mpi.ANY_TAG ? "any tag" : "tag " + tag) + mailbox().waitingText();
    }
  }
}
