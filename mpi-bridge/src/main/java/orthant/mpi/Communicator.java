package orthant.mpi;

import java.util.Objects;
import orthant.NDArray;
import orthant.mpi.transport.Message;
import orthant.mpi.transport.Pending;
import orthant.mpi.transport.Transport;

/**
 * Ranks that send arrays to each other.
 *
 * <p>An argument is any array, views included (slices, transposes, reversed axes); nothing is copied on this side of the
 * wire where the library can avoid it. Elements travel in logical order, so only their number and type must fit, not the
 * shapes: {@code (2, 3)} may be received as {@code (6,)} or into a transposed view.
 *
 * <p>The rules are MPI's: messages from one rank with the same tag arrive in the order in which they were sent; a message
 * may have fewer elements than the array that receives it, never more. On top of that the element type is checked: a
 * receive that meets a message of another dtype throws, on every transport. Collective operations must be called by all
 * ranks in the same order, with the same number of elements and dtype.
 *
 * <p>Every argument is checked before anything is sent. Any thread of a rank may use its communicator.
 */
public final class Communicator {
  private final Transport transport;
  private volatile boolean open = true;

  Communicator(Transport transport) {
    this.transport = transport;
  }

  /**
   * This rank.
   *
   * @return from 0 to {@code size() - 1}
   */
  public int rank() {
    return transport.rank();
  }

  /**
   * The number of ranks.
   *
   * @return at least 1
   */
  public int size() {
    return transport.size();
  }

  /**
   * Sends with tag 0.
   *
   * @param array any array
   * @param dest the receiving rank, or {@link Mpi#PROC_NULL} to do nothing
   * @throws IllegalArgumentException if there is no such rank
   * @throws MpiException if it fails
   */
  public void send(NDArray array, int dest) {
    send(array, dest, 0);
  }

  /**
   * Sends, and returns when the array may be changed; that may be before or after it was received.
   *
   * @param array any array
   * @param dest the receiving rank, or {@link Mpi#PROC_NULL} to do nothing
   * @param tag from 0 to {@link Mpi#MAX_TAG}
   * @throws IllegalArgumentException if there is no such rank or tag
   * @throws MpiException if it fails
   */
  public void send(NDArray array, int dest, int tag) {
    checkOpen();
    checkPartner("send", "dest", dest, false);
    checkTag("send", tag, false);
    var message = Message.of(array);
    if (dest != Mpi.PROC_NULL) {
      transport.send(message, dest, tag);
    }
  }

  /**
   * Receives from any rank, with any tag.
   *
   * @param array where to
   * @return what came
   * @throws UnsupportedOperationException if the array is read-only
   * @throws MpiException if the message has more elements or another dtype; the array is then unchanged
   */
  public Status recv(NDArray array) {
    return recv(array, Mpi.ANY_SOURCE, Mpi.ANY_TAG);
  }

  /**
   * Receives from a rank, with any tag.
   *
   * @param array where to
   * @param source the sending rank, {@link Mpi#ANY_SOURCE}, or {@link Mpi#PROC_NULL} to do nothing
   * @return what came
   * @throws IllegalArgumentException if there is no such rank
   * @throws UnsupportedOperationException if the array is read-only
   * @throws MpiException if the message has more elements or another dtype; the array is then unchanged
   */
  public Status recv(NDArray array, int source) {
    return recv(array, source, Mpi.ANY_TAG);
  }

  /**
   * Receives, waiting until a message has come. A message that is too long is lost; one of another dtype can still be
   * received with an array of its own dtype, unless it was met with {@link Mpi#ANY_TAG}.
   *
   * @param array where to; its first elements in logical order are overwritten
   * @param source the sending rank, {@link Mpi#ANY_SOURCE}, or {@link Mpi#PROC_NULL} to do nothing
   * @param tag from 0 to {@link Mpi#MAX_TAG}, or {@link Mpi#ANY_TAG}
   * @return what came
   * @throws IllegalArgumentException if there is no such rank or tag, or several indices of the array lead to one element
   * @throws UnsupportedOperationException if the array is read-only
   * @throws MpiException if the message has more elements or another dtype; the array is then unchanged
   */
  public Status recv(NDArray array, int source, int tag) {
    checkOpen();
    var message = target("recv", array);
    checkPartner("recv", "source", source, true);
    checkTag("recv", tag, true);
    return source == Mpi.PROC_NULL ? nothing(array) : transport.recv(message, source, tag);
  }

  /**
   * Starts to send.
   *
   * @param array any array; not to be changed until the request has ended
   * @param dest the receiving rank, or {@link Mpi#PROC_NULL} to do nothing
   * @param tag from 0 to {@link Mpi#MAX_TAG}
   * @return the send under way
   * @throws IllegalArgumentException if there is no such rank or tag
   */
  public Request isend(NDArray array, int dest, int tag) {
    checkOpen();
    checkPartner("isend", "dest", dest, false);
    checkTag("isend", tag, false);
    var message = Message.of(array);
    return new Request(dest == Mpi.PROC_NULL ? new Nothing(nothing(array)) : transport.isend(message, dest, tag));
  }

  /**
   * Starts to send with tag 0.
   *
   * @param array any array; not to be changed until the request has ended
   * @param dest the receiving rank, or {@link Mpi#PROC_NULL} to do nothing
   * @return the send under way
   * @throws IllegalArgumentException if there is no such rank
   */
  public Request isend(NDArray array, int dest) {
    return isend(array, dest, 0);
  }

  /**
   * Starts to receive. If it fails because of the message's size or dtype, the content of a large array is unspecified.
   *
   * @param array where to; not to be used until the request has ended
   * @param source the sending rank, {@link Mpi#ANY_SOURCE}, or {@link Mpi#PROC_NULL} to do nothing
   * @param tag from 0 to {@link Mpi#MAX_TAG}, or {@link Mpi#ANY_TAG}
   * @return the receive under way
   * @throws IllegalArgumentException if there is no such rank or tag, or several indices of the array lead to one element
   * @throws UnsupportedOperationException if the array is read-only
   */
  public Request irecv(NDArray array, int source, int tag) {
    checkOpen();
    var message = target("irecv", array);
    checkPartner("irecv", "source", source, true);
    checkTag("irecv", tag, true);
    return new Request(source == Mpi.PROC_NULL ? new Nothing(nothing(array)) : transport.irecv(message, source, tag));
  }

  /**
   * Starts to receive, with any tag.
   *
   * @param array where to; not to be used until the request has ended
   * @param source the sending rank, {@link Mpi#ANY_SOURCE}, or {@link Mpi#PROC_NULL} to do nothing
   * @return the receive under way
   * @throws IllegalArgumentException if there is no such rank
   * @throws UnsupportedOperationException if the array is read-only
   */
  public Request irecv(NDArray array, int source) {
    return irecv(array, source, Mpi.ANY_TAG);
  }

  /**
   * Sends and receives at once, which cannot deadlock: the exchange of ghost cells, a shift around a ring.
   *
   * @param send what to send
   * @param dest the receiving rank, or {@link Mpi#PROC_NULL}
   * @param sendTag from 0 to {@link Mpi#MAX_TAG}
   * @param recv where to receive; free of overlap with {@code send}
   * @param source the sending rank, {@link Mpi#ANY_SOURCE} or {@link Mpi#PROC_NULL}
   * @param recvTag from 0 to {@link Mpi#MAX_TAG}, or {@link Mpi#ANY_TAG}
   * @return what came
   * @throws IllegalArgumentException if there is no such rank or tag, or the arrays overlap
   * @throws UnsupportedOperationException if {@code recv} is read-only
   * @throws MpiException if it fails; {@code recv} is then unchanged
   */
  public Status sendrecv(NDArray send, int dest, int sendTag, NDArray recv, int source, int recvTag) {
    checkOpen();
    var from = Message.of(send);
    var to = target("sendrecv", recv);
    checkPartner("sendrecv", "dest", dest, false);
    checkPartner("sendrecv", "source", source, true);
    checkTag("sendrecv", sendTag, false);
    checkTag("sendrecv", recvTag, true);
    if (from.mayOverlap(to)) {
      throw new IllegalArgumentException(
          "sendrecv: the arrays " + from + " and " + to
              + " overlap in memory; what is sent and what is received must be apart, send a copy()");
    }
    var sending = dest == Mpi.PROC_NULL ? new Nothing(nothing(send)) : transport.isend(from, dest, sendTag);
    var status = source == Mpi.PROC_NULL ? nothing(recv) : transport.recv(to, source, recvTag);
    sending.await();
    return status;
  }

  /**
   * Sends and receives at once, with tag 0.
   *
   * @param send what to send
   * @param dest the receiving rank, or {@link Mpi#PROC_NULL}
   * @param recv where to receive; free of overlap with {@code send}
   * @param source the sending rank, {@link Mpi#ANY_SOURCE} or {@link Mpi#PROC_NULL}
   * @return what came
   * @throws IllegalArgumentException if there is no such rank, or the arrays overlap
   * @throws UnsupportedOperationException if {@code recv} is read-only
   * @throws MpiException if it fails; {@code recv} is then unchanged
   */
  public Status sendrecv(NDArray send, int dest, NDArray recv, int source) {
    return sendrecv(send, dest, 0, recv, source, 0);
  }

  /**
   * Waits until all ranks are here.
   *
   * @throws MpiException if it fails
   */
  public void barrier() {
    checkOpen();
    transport.barrier();
  }

  /**
   * Gives all ranks the elements of one.
   *
   * @param array at the root what is sent, elsewhere where it is received; the same number of elements and dtype everywhere
   * @param root the rank whose elements all get
   * @throws IllegalArgumentException if there is no such rank
   * @throws UnsupportedOperationException if the array is read-only, except at the root
   * @throws MpiException if it fails
   */
  public void bcast(NDArray array, int root) {
    checkOpen();
    if (root < 0 || root >= size()) {
      throw new IllegalArgumentException("bcast: root " + root + " is not a rank of this communicator; ranks are 0 to " + (size() - 1));
    }
    transport.bcast(rank() == root ? Message.of(array) : target("bcast", array), root);
  }

  /**
   * Combines the elements of all ranks, one by one, and gives all of them the result: the same bits to every rank, and the
   * same bits every time for the same number of ranks, elements and kind of transport.
   *
   * @param part what this rank contributes
   * @param total where the result goes: the same view as {@code part}, or free of overlap with it; as many elements, same dtype
   * @param op how elements are combined
   * @throws IllegalArgumentException if the arrays differ in number of elements or dtype, or overlap
   * @throws UnsupportedOperationException if {@code total} is read-only
   * @throws MpiException if it fails
   */
  public void allReduce(NDArray part, NDArray total, MpiOp op) {
    checkOpen();
    Objects.requireNonNull(op, "op");
    var from = Message.of(part);
    var to = target("allReduce", total);
    if (from.dtype() != to.dtype() || from.count() != to.count()) {
      throw new IllegalArgumentException(
          "allReduce: cannot reduce " + from + " into " + to + "; both must have the same dtype and number of elements");
    }
    if (from.mayOverlap(to) && !from.sameView(to)) {
      throw new IllegalArgumentException(
          "allReduce: the arrays " + from + " and " + to + " overlap in memory; they must be the same view or apart");
    }
    transport.allReduce(from, to, op);
  }

  /**
   * Ends all ranks at once; with ranks as threads, by an exception in each of them.
   *
   * @param code the exit code for the launcher
   */
  public void abort(int code) {
    transport.abort(code);
  }

  void close() {
    open = false;
  }

  /**
   * Rank, size and transport.
   *
   * @return for example {@code rank 0 of 4 (threads of one JVM)}
   */
  @Override
  public String toString() {
    return "rank " + rank() + " of " + size() + " (" + transport.describe() + ")";
  }

  private void checkOpen() {
    if (!open) {
      throw new IllegalStateException("this session of MPI was closed; communicators end with the session they came from");
    }
  }

  private void checkPartner(String call, String name, int partner, boolean receiving) {
    boolean known = partner >= 0 && partner < size() || partner == Mpi.PROC_NULL || receiving && partner == Mpi.ANY_SOURCE;
    if (!known) {
      throw new IllegalArgumentException(
          call + ": " + name + " " + partner + " is not a rank of this communicator; ranks are 0 to " + (size() - 1)
              + (receiving ? ", or ANY_SOURCE or PROC_NULL" : ", or PROC_NULL"));
    }
  }

  private void checkTag(String call, int tag, boolean receiving) {
    boolean known = tag >= 0 && tag <= transport.maxTag() || receiving && tag == Mpi.ANY_TAG;
    if (!known) {
      throw new IllegalArgumentException(
          call + ": tag " + tag + " is not a tag; tags are 0 to " + transport.maxTag() + (receiving ? ", or ANY_TAG" : ""));
    }
  }

  private static Message target(String call, NDArray array) {
    var message = Message.of(array);
    if (array.isReadOnly()) {
      throw new UnsupportedOperationException(call + ": the array " + message + " is read-only; receive into one that can be written");
    }
    if (message.repeats()) {
      throw new IllegalArgumentException(
          call + ": several indices of the array " + message + " lead to the same element (" + message.layout()
              + "); receive into an array whose elements are apart");
    }
    return message;
  }

  private static Status nothing(NDArray array) {
    return new Status(Mpi.PROC_NULL, Mpi.ANY_TAG, 0, array.dtype());
  }

  private record Nothing(Status status) implements Pending {
    @Override
    public Status await() {
      return status;
    }

    @Override
    public boolean test() {
      return true;
    }
  }
}
