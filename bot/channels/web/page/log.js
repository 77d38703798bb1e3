// The conversation on the screen: what the server has, then what is on its way to it.
class Log {
  constructor(words, touched) {
    this.words = words;
    this.touched = touched; // {button(label, data), file(event, id, name)}
    this.element = document.getElementById("log");
    this.entries = []; // in the order shown
    this.last = ""; // the id of the newest bubble of the server
    this.follows = true; // whether the end is on the screen, and shall stay there
    this.element.addEventListener("load", () => this.settle(), true); // a picture takes its room
  }

  // Shows what the server has; returns whether something new is to be read off the screen.
  take(bubbles) {
    const fresh = bubbles.filter((bubble) => !this.find((entry) => entry.row === bubble.id));
    const { follows } = this;
    const shown = fresh.map((bubble) => this.store(bubble));
    this.refresh();
    const answers = this.entries.slice(this.lastOfMine() + 1);
    const unread = answers.find((entry) => shown.indexOf(entry) >= 0);
    if (follows && shown.length) this.show(unread);
    return unread !== undefined && !follows;
  }

  store(bubble) {
    const { id, side, text, rows, wants, at, mine, file } = bubble;
    const mineHere = mine && this.find((known) => known.id === mine);
    const entry = mineHere || { id: mine, picture: "" };
    Object.assign(entry, { row: id, key: id, side, text, rows, wants, at, file });
    Object.assign(entry, { state: "stored", note: "" });
    if (bubble.id > this.last) this.last = bubble.id;
    this.place(entry);
    return entry;
  }

  // Shows what the person said just now, before the server has it.
  addMine(item, picture) {
    const { id, text, at } = item;
    const entry = { id, row: "", key: WAITS + id, side: "theirs", text, rows: [], wants: "", at };
    Object.assign(entry, { state: "waiting", note: "", picture });
    this.place(entry);
    this.refresh();
    return entry;
  }

  // Tells how far a message of the person has come: waiting, sending, sent or failed.
  mark(id, state, note) {
    const entry = this.find((known) => known.id === id);
    if (!entry || entry.state === "stored") return;
    entry.state = state;
    entry.note = note;
    // What is on its way stands behind all that was there before, and before all that answers it.
    if (state === "waiting") entry.key = WAITS + id;
    else if (entry.key.startsWith(WAITS)) entry.key = this.last + WAITS + id;
    this.place(entry);
    this.refresh();
  }

  clear() {
    this.entries.filter((entry) => entry.row).forEach((entry) => entry.element.remove());
    this.entries = this.entries.filter((entry) => !entry.row);
    this.last = "";
  }

  empty() {
    return this.entries.length === 0;
  }

  // What the question at the end asks for: "place", "photos", "table", "text" or "".
  wants() {
    const said = this.entries.filter((entry) => entry.state !== "failed");
    return said.length ? said[said.length - 1].wants : "";
  }

  lastOfMine() {
    const sides = this.entries.map((entry) => entry.side);
    return sides.lastIndexOf("theirs");
  }

  find(fits) {
    return this.entries.find(fits);
  }

  place(entry) {
    this.entries = this.entries.filter((other) => other !== entry);
    const index = this.entries.findIndex((other) => other.key > entry.key);
    this.entries.splice(index < 0 ? this.entries.length : index, 0, entry);
    const next = index < 0 ? null : this.entries[index + 1].element;
    const had = entry.element;
    if (!had) Object.assign(entry, { element: document.createElement("div"), drawn: {} });
    // An element that stays where it is must not be read out again.
    if (!had || had.nextSibling !== next) this.element.insertBefore(entry.element, next);
  }

  // Draws what has changed; answers to an older question go away.
  refresh() {
    const current = this.current();
    const held = document.activeElement && document.activeElement.closest(".bubble");
    for (const entry of this.entries) {
      const usable = ([, data]) => entry === current || !data.startsWith("d:");
      const rows = entry.rows.map((row) => row.filter(usable));
      draw(entry, rows, this.words, this.touched);
    }
    // Whoever goes by keyboard stays where they were when their button went.
    if (held && !held.contains(document.activeElement)) held.focus({ preventScroll: true });
  }

  // The bubble whose question is still open: nothing was asked or said after it.
  current() {
    for (let i = this.entries.length - 1; i >= 0; i -= 1) {
      const entry = this.entries[i];
      if (entry.side === "theirs" && entry.state !== "failed") return null;
      if (entry.rows.length) return entry;
    }
    return null;
  }

  // The person has scrolled: to the end, or to read what was said before.
  scrolled() {
    const page = document.documentElement;
    this.follows = page.scrollHeight - window.pageYOffset - window.innerHeight < 160;
  }

  // What is around the conversation has become larger or smaller.
  settle() {
    if (this.follows) this.toEnd();
  }

  toEnd() {
    window.scrollTo(0, document.documentElement.scrollHeight);
    this.follows = true;
  }

  // Scrolls to the end, but not past the beginning of what is to be read first.
  show(entry) {
    this.toEnd();
    if (!entry) return;
    const top = entry.element.getBoundingClientRect().top - 12;
    if (top < 0) window.scrollBy(0, top);
  }
}

const WAITS = "~"; // sorts behind every character of an id
