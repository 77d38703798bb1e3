// Where the person writes: text, photos, the place they are at.
class Composer {
  constructor(words, refusals, said) {
    this.words = words;
    this.refusals = refusals;
    this.said = said; // {text(words), photos(files), table(file), place({latitude, longitude})}
    this.text = document.getElementById("text");
    this.hint = document.getElementById("hint");
    this.placeButton = document.getElementById("place");
    this.tableButton = document.getElementById("table");
    this.files = document.getElementById("files");
    this.tables = document.getElementById("tables");
    this.draft = tabStore();
    this.text.value = this.draft.getItem(DRAFT) || "";
    this.listen();
    this.grow();
  }

  listen() {
    document.getElementById("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    // Whoever is writing goes on writing: a touch on the button must not close the keyboard.
    const send = document.getElementById("send");
    send.addEventListener("mousedown", (event) => event.preventDefault());
    this.text.addEventListener("input", () => this.changed());
    this.text.addEventListener("keydown", (event) => this.key(event));
    window.addEventListener("resize", () => this.grow());
    document.getElementById("photo").addEventListener("click", () => this.files.click());
    this.files.addEventListener("change", () => this.pickPhotos());
    this.placeButton.addEventListener("click", () => this.findPlace());
    this.tableButton.addEventListener("click", () => this.tables.click());
    this.tables.addEventListener("change", () => this.pickTable());
  }

  // Enter sends where there is a real keyboard; on a phone it begins a new line.
  key(event) {
    const writing = event.isComposing || event.keyCode === 229; // Telex is still putting marks on
    if (event.key !== "Enter" || event.shiftKey || writing || !hasKeyboard()) return;
    event.preventDefault();
    this.send();
  }

  changed() {
    this.draft.setItem(DRAFT, this.text.value);
    this.hint.textContent = "";
    this.grow();
  }

  grow() {
    this.text.style.height = "auto";
    if (this.text.value) this.text.style.height = this.text.scrollHeight + 4 + "px";
  }

  send() {
    const text = this.text.value.trim();
    if (!text) return;
    if (Array.from(text).length > MOST_CHARACTERS) {
      this.tell(this.refusals["too-long"]);
      return;
    }
    this.text.value = "";
    this.changed();
    this.said.text(text);
  }

  pickPhotos() {
    const files = Array.from(this.files.files);
    this.files.value = "";
    if (files.length) this.said.photos(files);
  }

  pickTable() {
    const [file] = Array.from(this.tables.files);
    this.tables.value = "";
    if (file) this.said.table(file);
  }

  offerTable(wanted) {
    this.tableButton.hidden = !wanted;
  }

  offerPlace(wanted) {
    this.placeButton.hidden = !(wanted && window.isSecureContext && navigator.geolocation);
  }

  findPlace() {
    this.tell(this.words.finding_place);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.tell("");
        this.said.place({ latitude: metres(coords.latitude), longitude: metres(coords.longitude) });
      },
      () => this.tell(this.words.no_place),
      { enableHighAccuracy: true, timeout: 20000, maximumAge: 60000 },
    );
  }

  tell(sentence) {
    this.hint.textContent = sentence;
  }
}

const DRAFT = "kheo.draft";
const MOST_CHARACTERS = 20000;

// Five digits are about a metre; nobody needs to know more.
function metres(degrees) {
  return Math.round(degrees * 100000) / 100000;
}

function hasKeyboard() {
  return window.matchMedia("(pointer: fine)").matches;
}

// What is half written survives a reload, in this tab alone.
function tabStore() {
  try {
    window.sessionStorage.getItem(DRAFT);
    return window.sessionStorage;
  } catch (blocked) {
    return { getItem: () => null, setItem: () => {} };
  }
}
