/** Something was sent to a channel that is closed, or received from one that is also empty. */
export class ChannelClosedError extends Error {
  override readonly name = "ChannelClosedError";

  constructor(what: "send" | "receive") {
    super(
      what === "send"
        ? "the channel is closed: nothing more can be sent"
        : "the channel is closed, and all that was sent has been received",
    );
  }
}
