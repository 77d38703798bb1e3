// Brings in what is new: by a stream while the page is seen, else by asking again and again.
class Listener {
  constructor(server, log, heard) {
    this.server = server;
    this.log = log;
    this.heard = heard; // (bubbles) after each look at the server, (null) when it was not reached
    this.whose = "";
    this.source = null;
    this.alive = 0; // when the stream last gave a sign of life
    this.opened = 0;
    this.pulling = null;
    this.again = false;
  }

  start() {
    setInterval(() => this.tick(), TICK_MS);
    document.addEventListener("visibilitychange", () => this.look());
    window.addEventListener("pagehide", () => this.close());
    window.addEventListener("pageshow", (event) => event.persisted && this.look());
    window.addEventListener("online", () => this.look());
    this.look();
  }

  // A page nobody sees holds no connection: phones have few, and tabs share them.
  async look() {
    this.close();
    if (document.hidden) return;
    await this.pull();
    if (!document.hidden) this.open();
  }

  tick() {
    if (document.hidden || this.listens()) return;
    if (Date.now() - this.opened > REOPEN_MS) this.open();
    this.pull();
  }

  listens() {
    const open = this.source !== null && this.source.readyState === 1;
    return open && Date.now() - this.alive < SILENCE_MS;
  }

  open() {
    this.close();
    this.opened = Date.now();
    const source = this.server.stream(this.log.last);
    if (!source) return;
    const alive = () => { this.alive = Date.now(); };
    source.onopen = alive;
    source.addEventListener("beat", alive);
    source.addEventListener("message", (event) => {
      alive();
      this.heard([JSON.parse(event.data)]);
    });
    source.addEventListener("bye", () => this.close());
    source.addEventListener("again", () => { this.look(); });
    this.source = source;
  }

  close() {
    if (this.source) this.source.close();
    this.source = null;
  }

  // Resolves when everything the server has is shown, or it was not reached.
  async pull() {
    this.again = this.pulling !== null;
    if (this.again) return this.pulling;
    this.pulling = this.pullAll();
    try {
      await this.pulling;
    } finally {
      this.pulling = null;
    }
    return this.again ? this.pull() : null;
  }

  async pullAll() {
    for (let more = true; more;) {
      const found = await this.server.bubbles(this.log.last);
      if (!found) return this.heard(null);
      more = this.changed(found.whose);
      const before = this.log.last;
      if (!more) this.heard(found.bubbles);
      more = more || (found.bubbles.length >= FULL && this.log.last > before);
    }
    return null;
  }

  // Whoever turns out to be somebody known from another phone sees that conversation.
  changed(whose) {
    const changed = this.whose !== "" && whose !== this.whose;
    this.whose = whose;
    if (changed) this.log.clear();
    return changed;
  }
}

const TICK_MS = 4000;
const REOPEN_MS = 20000;
const SILENCE_MS = 45000;
const FULL = 200;
