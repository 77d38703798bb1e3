// What was said and not yet taken by the server: kept at once, in order, shared by all tabs.
class Unsent {
  constructor(memory) {
    this.memory = memory;
    this.last = 0;
  }

  // `lasts` is false for what only this page has: it goes when the page does.
  add(body, text, lasts) {
    const item = { id: this.newId(), at: Date.now(), body, text };
    this.keep(item, lasts);
    return item;
  }

  keep(item, lasts) {
    const name = UNSENT + item.id;
    if (lasts) this.memory.set(name, JSON.stringify(item));
    else this.memory.short.set(name, JSON.stringify(item));
  }

  all() {
    const names = this.memory.names(UNSENT).sort();
    return names.map((name) => readItem(this.memory.get(name))).filter((item) => item !== null);
  }

  first() {
    return this.all()[0];
  }

  has(id) {
    return this.memory.get(UNSENT + id) !== null;
  }

  remove(id) {
    this.memory.remove(UNSENT + id);
  }

  // Whether closing the page would lose something.
  fragile() {
    return Array.from(this.memory.short.keys()).some((name) => name.startsWith(UNSENT));
  }

  // Ids sort in the order things were said, also when the phone's clock goes back.
  newId() {
    const ids = this.memory.names(UNSENT).map((name) => name.slice(UNSENT.length));
    const times = ids.map((id) => parseInt(id.slice(0, TIME), 36));
    this.last = Math.max(Date.now(), ...[this.last, ...times].map((time) => time + 1));
    return this.last.toString(36).padStart(TIME, "0") + randomText(9);
  }
}

const UNSENT = "unsent.";
const TIME = 9; // characters of an id that tell when it was made

function readItem(stored) {
  try {
    return JSON.parse(stored);
  } catch (broken) {
    return null;
  }
}

// The right to send, which one tab has at a time. Should two have it for a moment, the server still
// takes each message once, because its id was made on the phone.
class Turn {
  constructor(memory) {
    this.memory = memory;
    this.tab = randomText(9);
    this.beating = 0;
    window.addEventListener("pagehide", () => this.release());
  }

  // `urgent`: somebody is writing in this tab, so it goes first.
  async take(urgent) {
    const holder = this.holder();
    if (holder === this.tab) return true;
    if (holder && !urgent) return false;
    this.beat();
    if (holder || !urgent) {
      await pause(60 + Math.random() * 90); // what another tab has in hand may get through
      if (this.holder() !== this.tab) return false;
    }
    clearInterval(this.beating);
    this.beating = setInterval(() => this.keepOn(), TURN_MS / 4);
    return true;
  }

  release() {
    clearInterval(this.beating);
    if (this.holder() === this.tab) this.memory.remove("turn");
  }

  holder() {
    const [tab, until] = (this.memory.get("turn") || " 0").split(" ");
    const left = Number(until) - Date.now();
    return left > 0 && left <= TURN_MS ? tab : "";
  }

  beat() {
    this.memory.set("turn", this.tab + " " + (Date.now() + TURN_MS));
  }

  keepOn() {
    const holder = this.holder();
    if (holder === this.tab || !holder) this.beat();
    else clearInterval(this.beating);
  }
}

const TURN_MS = 5000;

function pause(ms) {
  return new Promise((done) => setTimeout(done, ms));
}
