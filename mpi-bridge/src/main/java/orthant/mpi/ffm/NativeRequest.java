package orthant.mpi.ffm;

import static orthant.mpi.ffm.Library.CALLS;

import java.util.concurrent.locks.ReentrantLock;
import orthant.DType;
import orthant.memory.Raw;
import orthant.mpi.Mpi;
import orthant.mpi.MpiException;
import orthant.mpi.MpiException.Reason;
import orthant.mpi.Status;
import orthant.mpi.transport.Faults;
import orthant.mpi.transport.Message;
import orthant.mpi.transport.Pending;

/**
 * A send or receive that the library is busy with. Waiting is asking again and again, never a blocking call of the
 * library: that way a wait can be interrupted, and a receive that gets nothing can look whether a message of another dtype
 * is what it waits for.
 */
final class NativeRequest implements Pending {
  /** A failure as data, so that every caller gets an exception of its own. */
  private record Fault(Reason reason, String text) {}

  private final NativeTransport transport;
  private final Library library;
  private final Message message;
  private final boolean sending;
  private final int partner;
  private final int tag;
  private final long slot;
  private final Wire wire;
  /** Two threads that test one request at once are the end of it in C. */
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean ended;
  /** Whether the transport keeps this; blocking calls, which nobody else sees, do without. */
  private boolean tracked;
  private Status status;
  private Fault fault;

  NativeRequest(NativeTransport transport, Message message, boolean sending, int partner, int tag) {
    this.transport = transport;
    this.library = transport.library;
    this.message = message;
    this.sending = sending;
    this.partner = partner;
    this.tag = tag;
    message.acquire();
    slot = transport.slots.take();
    try {
      wire = sending
          ? Wire.out(library, transport.datatypes, message, Slots.stage(slot))
          : Wire.in(library, transport.datatypes, message, Slots.stage(slot));
    } catch (Throwable e) {
      transport.slots.give(slot);
      message.release();
      throw e;
    }
  }

  Message message() {
    return message;
  }

  int tag() {
    return tag;
  }

  /** Whether the elements come into the slot first. */
  boolean isStaged() {
    return wire.address == Slots.stage(slot);
  }

  int wireSource() {
    return partner == Mpi.ANY_SOURCE ? (int) library.get(Constant.ANY_SOURCE) : partner;
  }

  private int wireTag() {
    return tag == Mpi.ANY_TAG ? (int) library.get(Constant.ANY_TAG) : transport.envelope.wireTag(message.dtype(), tag);
  }

  /** Hands over to the library. */
  NativeRequest start() {
    try {
      long request = Slots.request(slot);
      int code = sending
          ? (int) CALLS.isend().invokeExact(wire.address, wire.count, wire.type, partner, wireTag(), transport.comm, request)
          : (int) CALLS.irecv().invokeExact(wire.address, wire.count, wire.type, wireSource(), wireTag(), transport.comm, request);
      if (code != 0) {
        throw new MpiException(Reason.LIBRARY, library.text(code, sending ? "MPI_Isend" : "MPI_Irecv"));
      }
      return this;
    } catch (Throwable e) {
      end(null, null);
      throw Library.unexpected(e);
    } finally {
      wire.started();
    }
  }

  /**
   * Waits for the message before handing over the array, so that a message that does not fit cannot touch it.
   *
   * @throws MpiException if it does not fit, or the thread is interrupted
   */
  NativeRequest startMatched() {
    try {
      var patience = new Patience();
      while (true) {
        if (probe()) {
          break;
        }
        patience.pause();
        if (patience.isWorried()) {
          if (Thread.currentThread().isInterrupted()) {
            throw new MpiException(Reason.INTERRUPTED, "interrupted while waiting for " + message);
          }
          var found = lookForMismatch();
          if (found != null) {
            // Both may have come since the last look, ours first: MPI keeps the order of messages from one rank.
            if (probe()) {
              break;
            }
            throw new MpiException(found.reason, found.text);
          }
        }
      }
      readStatus();
      if (fault != null) {
        // Receiving nothing of it takes the message off the library's hands.
        int ignored = (int) CALLS.mrecv().invokeExact(
            Slots.stage(slot), 0, library.get(Constant.BYTE), Slots.message(slot), Slots.status(slot));
        throw new MpiException(fault.reason, fault.text);
      }
      library.check(
          (int) CALLS.imrecv().invokeExact(wire.address, wire.count, wire.type, Slots.message(slot), Slots.request(slot)), "MPI_Imrecv");
      return this;
    } catch (Throwable e) {
      end(null, null);
      throw Library.unexpected(e);
    } finally {
      wire.started();
    }
  }

  /** Takes the message out of the library's queue if it has come. */
  private boolean probe() throws Throwable {
    library.check(
        (int) CALLS.improbe().invokeExact(wireSource(), wireTag(), transport.comm, Slots.flag(slot), Slots.message(slot), Slots.status(slot)),
        "MPI_Improbe");
    return Slots.isFlagged(slot);
  }

  /** Lets the transport keep this until it has ended. To be called before anybody else sees it. */
  NativeRequest track() {
    tracked = true;
    transport.keep(this);
    return this;
  }

  @Override
  public boolean test() {
    // Whoever holds the lock is waiting, and will see the end.
    if (!ended && lock.tryLock()) {
      try {
        transport.checkThread();
        poll();
      } finally {
        lock.unlock();
      }
    }
    return ended;
  }

  @Override
  public Status await() {
    if (!ended) {
      lock.lock();
      try {
        if (!ended) {
          transport.checkThread();
          waitForEnd();
        }
      } finally {
        lock.unlock();
      }
    }
    return result();
  }

  /** Waits without the lock, for a caller that has shown this to nobody. */
  Status awaitAlone() {
    if (!ended) {
      waitForEnd();
    }
    return result();
  }

  private Status result() {
    if (fault != null) {
      throw new MpiException(fault.reason, fault.text);
    }
    return status;
  }

  private void waitForEnd() {
    Patience patience = null;
    while (!poll()) {
      if (patience == null) {
        patience = new Patience();
      }
      patience.pause();
      if (patience.isWorried()) {
        if (Thread.currentThread().isInterrupted()) {
          interrupted();
          return;
        }
        if (!sending && tag != Mpi.ANY_TAG && status == null) {
          checkMismatch();
        }
      }
    }
  }

  /** Asks the library; true if this has ended. */
  private boolean poll() {
    if (ended) {
      return true;
    }
    try {
      int code = (int) CALLS.test().invokeExact(Slots.request(slot), Slots.flag(slot), Slots.status(slot));
      if (code == 0 && !Slots.isFlagged(slot)) {
        return false;
      }
      finish(code);
      return true;
    } catch (Throwable e) {
      throw Library.unexpected(e);
    }
  }

  private void finish(int code) throws Throwable {
    if (code != 0 && !library.isTruncation(code)) {
      end(null, new Fault(Reason.LIBRARY, library.text(code, "MPI_Test")));
      return;
    }
    if (sending) {
      end(new Status(partner, tag, message.count(), message.dtype()), null);
      return;
    }
    readStatus();
    if (code != 0 && fault == null) {
      fault = truncated(-1, Raw.getInt(Slots.status(slot) + library.flavour().statusSource), tag);
    }
    if (fault == null) {
      wire.received(status.count());
    }
    end(status, fault);
  }

  /** Learns what came, and judges it. A matched receive does so twice, to the same effect. */
  private void readStatus() throws Throwable {
    long at = Slots.status(slot);
    int source = Raw.getInt(at + library.flavour().statusSource);
    int wireTag = Raw.getInt(at + library.flavour().statusTag);
    var dtype = transport.envelope.dtype(wireTag);
    int itsTag = transport.envelope.tag(wireTag);
    if (dtype != message.dtype()) {
      fault = new Fault(Reason.DTYPE, Faults.dtype(transport.rank(), message, source, itsTag, dtype));
      return;
    }
    library.check((int) CALLS.getElements().invokeExact(at, library.get(Constant.BYTE), Slots.count(slot)), "MPI_Get_elements_x");
    long count = Raw.getLong(Slots.count(slot)) / dtype.size();
    if (count > message.count()) {
      fault = truncated(count, source, itsTag);
      return;
    }
    status = new Status(source, itsTag, count, dtype);
  }

  private Fault truncated(long count, int source, int itsTag) {
    return new Fault(Reason.TRUNCATED, Faults.truncated(transport.rank(), message, source, itsTag, count));
  }

  private Fault lookForMismatch() throws Throwable {
    if (tag == Mpi.ANY_TAG) {
      return null;
    }
    DType other = transport.otherDtype(this, slot);
    if (other == null) {
      return null;
    }
    int source = Raw.getInt(Slots.status(slot) + library.flavour().statusSource);
    return new Fault(Reason.DTYPE, Faults.dtype(transport.rank(), message, source, tag, other));
  }

  /** A message of another dtype that lies there while this waits is what this should have got: MPI matches in order. */
  private void checkMismatch() {
    try {
      var found = lookForMismatch();
      if (found != null && !poll()) {
        cancel(found);
      }
    } catch (Throwable e) {
      throw Library.unexpected(e);
    }
  }

  private void interrupted() {
    if (!sending && status == null) {
      cancel(new Fault(Reason.INTERRUPTED, "interrupted while waiting for " + message));
      return;
    }
    // A send cannot be taken back. It goes on, and keeps its array.
    track();
    throw new MpiException(
        Reason.INTERRUPTED,
        "interrupted while sending " + message + " to rank " + partner + "; the array is still being read and must not be changed");
  }

  /** Ends a receive for a reason, unless a message comes first. */
  private void cancel(Fault reason) {
    try {
      library.check((int) CALLS.cancel().invokeExact(Slots.request(slot)), "MPI_Cancel");
      while (true) {
        library.check((int) CALLS.test().invokeExact(Slots.request(slot), Slots.flag(slot), Slots.status(slot)), "MPI_Test");
        if (Slots.isFlagged(slot)) {
          break;
        }
        Thread.yield();
      }
      library.check((int) CALLS.testCancelled().invokeExact(Slots.status(slot), Slots.other(slot)), "MPI_Test_cancelled");
      if (Raw.getInt(Slots.other(slot)) != 0) {
        end(null, reason);
      } else {
        finish(0);
      }
    } catch (Throwable e) {
      throw Library.unexpected(e);
    }
  }

  /** At the end of the program: nobody will ask for it any more. */
  void cancelReceive() {
    if (!sending && lock.tryLock()) {
      try {
        if (!poll()) {
          cancel(new Fault(Reason.INTERRUPTED, "the program ends"));
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private void end(Status result, Fault why) {
    status = why == null ? result : null;
    fault = why;
    wire.ended();
    transport.slots.give(slot);
    message.release();
    ended = true;
    if (tracked) {
      transport.forget(this);
    }
  }
}
