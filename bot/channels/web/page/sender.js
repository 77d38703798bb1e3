// Sends what was said, one after the other, in order, until the server has taken each.
class Sender {
  constructor(parts) {
    this.unsent = parts.unsent;
    this.photos = parts.photos;
    this.server = parts.server;
    this.turn = parts.turn;
    this.mark = parts.mark; // (id, "waiting" | "sending" | "sent" | "failed", sentence)
    this.reached = parts.reached; // (whether the server could be reached)
    this.taken = parts.taken; // () after each message taken
    this.refusals = parts.refusals;
    this.lost = parts.lost; // the sentence for a photo that is gone
    this.busy = false;
    this.urgent = false;
    this.failures = 0;
    this.timer = 0;
  }

  // `urgent`: the person has just said something here.
  wake(urgent) {
    this.urgent = this.urgent || urgent;
    if (this.busy) return;
    clearTimeout(this.timer);
    this.run();
  }

  async run() {
    this.busy = true;
    let wait = 0;
    try {
      while (!wait && this.unsent.first()) wait = await this.send(this.unsent.first());
    } finally {
      this.busy = false;
    }
    if (wait) this.timer = setTimeout(() => this.wake(false), wait);
    else this.turn.release();
  }

  // Resolves to how many milliseconds to wait before anything else is sent.
  async send(item) {
    const urgent = this.urgent;
    this.urgent = false;
    if (!(await this.turn.take(urgent))) return 1000;
    if (!this.unsent.has(item.id)) return 0; // another tab was faster
    this.mark(item.id, "sending", "");
    const answer = await this.deliver(item);
    if (answer.again !== undefined) return this.later(item, answer.again);
    this.failures = 0;
    this.reached(true);
    this.unsent.remove(item.id);
    if (item.body.photo || item.body.table) this.photos.remove(item.id);
    this.mark(item.id, answer.taken ? "sent" : "failed", answer.refused || "");
    if (answer.taken) this.taken();
    return 0;
  }

  async deliver(item) {
    const { photo, table } = item.body;
    if (!photo && !table) return this.server.say(item);
    const blob = await this.photos.get(item.id);
    if (!blob) return { refused: this.lost };
    if (table) return this.deliverTable(item, blob);
    if (blob.size > MOST_PHOTO) return { refused: this.refusals["picture-too-large"] };
    return this.server.photo(item.id, blob);
  }

  deliverTable(item, blob) {
    if (blob.size > MOST_TABLE) return { refused: this.refusals["table-too-large"] };
    return this.server.table(item.id, item.body.table, blob);
  }

  later(item, again) {
    this.failures += 1;
    this.mark(item.id, "waiting", "");
    this.reached(again > 0);
    const backOff = Math.min(30000, 1000 * Math.pow(2, this.failures - 1));
    return again || backOff * (0.75 + Math.random() / 2);
  }
}

const MOST_PHOTO = 10 * 1024 * 1024;
const MOST_TABLE = 5 * 1024 * 1024;
