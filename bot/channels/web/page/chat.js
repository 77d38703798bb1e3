// The page: puts its parts together and says hello when nobody has said anything yet.
class Chat {
  constructor() {
    const { words, refusals } = JSON.parse(document.getElementById("data").textContent);
    this.words = words;
    this.memory = new Memory();
    this.unsent = new Unsent(this.memory);
    this.photos = new Photos();
    this.server = new Server();
    this.log = new Log(words, {
      button: (label, data) => this.press(label, data),
      file: (event, id, name) => this.server.save(event, id, name),
    });
    this.listener = new Listener(this.server, this.log, (bubbles) => this.heard(bubbles));
    this.composer = new Composer(words, refusals, {
      text: (text) => this.say({ text }, text),
      photos: (files) => files.forEach((file) => this.sayPhoto(file)),
      table: (file) => this.sayTable(file),
      place: (place) => this.say({ place }, words.my_place),
    });
    this.sender = new Sender({
      unsent: this.unsent,
      photos: this.photos,
      server: this.server,
      turn: new Turn(this.memory),
      refusals,
      lost: words.photo_lost,
      mark: (id, state, sentence) => this.mark(id, state, sentence),
      reached: (reached) => this.showNetwork(reached),
      taken: () => this.listener.pull().then(() => this.showTyping(false)),
    });
    this.below = document.getElementById("below");
    this.greeted = false; // an invitation's code is a greeting
    this.begun = false;
    this.reached = true;
  }

  open() {
    const code = document.body.dataset.code;
    if (code && !this.memory.get("code." + code)) {
      this.memory.set("code." + code, "1");
      this.greeted = true;
      this.unsent.add({ start: code }, "", true);
    }
    // The code of an invitation shall not stay in the address, where others read it.
    history.replaceState(null, "", "/");
    this.unsent.all().forEach((item) => this.show(item));
    this.listen();
    this.listener.start();
    this.sender.wake(false);
  }

  listen() {
    window.addEventListener("online", () => this.sender.wake(false));
    window.addEventListener("offline", () => this.showNetwork(false));
    window.addEventListener("beforeunload", (event) => {
      if (!this.unsent.fragile()) return;
      event.preventDefault();
      event.returnValue = "";
    });
    window.addEventListener("scroll", () => this.scrolled(), { passive: true });
    window.addEventListener("resize", () => this.log.settle());
    if (window.ResizeObserver) {
      const composer = document.getElementById("composer");
      new ResizeObserver(() => this.log.settle()).observe(composer);
    }
    this.below.addEventListener("click", () => this.log.toEnd());
    this.memory.whenOthersChange((name) => this.changedElsewhere(name));
  }

  scrolled() {
    this.log.scrolled();
    if (this.log.follows) this.below.hidden = true;
  }

  say(body, text) {
    const ways = document.getElementById("ways");
    if (ways) ways.hidden = true;
    const item = this.unsent.add(body, text, true);
    this.show(item);
    this.log.toEnd();
    this.sender.wake(true);
  }

  press(label, data) {
    const same = (item) => item.body.press === data;
    if (!this.unsent.all().some(same)) this.say({ press: data, label }, label);
  }

  // The photo takes its place in the line at once; what is said next waits for it.
  sayPhoto(file) {
    const item = this.unsent.add({ photo: true }, this.words.a_photo, false);
    this.show(item, URL.createObjectURL(file));
    this.sendOff(item, this.photos.add(item.id, file));
  }

  sayTable(file) {
    const item = this.unsent.add({ table: file.name }, "📄 " + file.name, false);
    this.show(item);
    this.sendOff(item, this.photos.addWhole(item.id, file));
  }

  sendOff(item, kept) {
    this.log.toEnd();
    kept.then((lasts) => {
      if (!this.unsent.has(item.id)) return;
      if (lasts) this.unsent.keep(item, true);
      else this.composer.tell(this.words.photo_waits_here);
    });
    this.sender.wake(true);
  }

  show(item, picture) {
    if (item.text) this.log.addMine(item, picture);
    if (!this.reached) this.mark(item.id, "waiting", "");
    this.showPlace();
  }

  mark(id, state, sentence) {
    const { waiting, sending, failed } = this.words;
    const waits = this.reached && navigator.onLine !== false ? sending : waiting;
    const note = { waiting: waits, sending, sent: "", failed: sentence || failed }[state];
    this.log.mark(id, state, note);
    this.showTyping(state === "sending" || state === "sent");
    this.showPlace();
  }

  // What another tab keeps is shown here, too; what it has sent is asked for.
  changedElsewhere(name) {
    if (!name.startsWith(UNSENT)) return;
    const id = name.slice(UNSENT.length);
    const item = this.unsent.all().find((other) => other.id === id);
    if (!item) {
      this.log.mark(id, "sent", "");
      this.listener.pull();
    } else if (!this.log.find((entry) => entry.id === id)) {
      this.show(item);
      this.sender.wake(false);
    }
  }

  heard(bubbles) {
    this.showNetwork(bubbles !== null);
    if (bubbles === null) return;
    if (this.log.take(bubbles)) this.below.hidden = false;
    if (bubbles.some((bubble) => bubble.side === "ours")) this.showTyping(false);
    this.showPlace();
    if (!this.begun) this.begin();
  }

  // After the first look: read out what comes from now on, and greet who is new.
  begin() {
    this.begun = true;
    const settled = this.log.empty() ? 0 : 500;
    setTimeout(() => this.log.element.setAttribute("aria-live", "polite"), settled);
    if (!this.greeted && this.log.empty() && !this.unsent.first()) {
      // A code said before is said anew where the server knows nothing of it any more.
      this.unsent.add({ start: document.body.dataset.code || "" }, "", true);
      this.sender.wake(false);
    }
    const { no_memory: none, short_memory: short } = this.words;
    const kept = this.memory.lasting ? "" : short;
    document.getElementById("aside").textContent = this.server.secret ? none : kept;
  }

  showNetwork(reached) {
    const changed = this.reached !== reached;
    this.reached = reached;
    document.getElementById("network").textContent = reached ? "" : this.words.offline;
    if (!changed) return;
    if (!reached) this.showTyping(false);
    this.unsent.all().forEach((item) => this.remark(item.id));
    if (reached) this.sender.wake(false);
  }

  remark(id) {
    const entry = this.log.find((known) => known.id === id);
    if (entry && entry.state === "waiting") this.mark(id, "waiting", "");
  }

  showTyping(typing) {
    const element = document.getElementById("typing");
    element.hidden = !typing;
    if (typing) this.log.settle();
  }

  showPlace() {
    this.composer.offerPlace(this.log.wants() === "place");
    this.composer.offerTable(this.log.wants() === "table");
  }
}

new Chat().open();
