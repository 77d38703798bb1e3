// What this phone keeps between visits; where that is blocked, only while the page is open.
class Memory {
  constructor() {
    this.short = new Map();
    this.store = lastingStore();
    this.lasting = this.store !== null;
  }

  get(name) {
    if (this.short.has(name)) return this.short.get(name);
    return this.lasting ? this.store.getItem(PREFIX + name) : null;
  }

  // Returns whether it will still be there when the page comes back.
  set(name, value) {
    try {
      this.store.setItem(PREFIX + name, value);
      this.short.delete(name);
      return true;
    } catch (blockedOrFull) {
      this.short.set(name, value);
      return false;
    }
  }

  remove(name) {
    this.short.delete(name);
    if (this.lasting) this.store.removeItem(PREFIX + name);
  }

  names(beginning) {
    const found = Array.from(this.short.keys());
    for (let i = 0; this.lasting && i < this.store.length; i += 1) {
      const key = this.store.key(i);
      if (key.startsWith(PREFIX)) found.push(key.slice(PREFIX.length));
    }
    return found.filter((name) => name.startsWith(beginning));
  }

  // Calls back with the name when another tab has changed something.
  whenOthersChange(heard) {
    window.addEventListener("storage", (event) => {
      if (event.key && event.key.startsWith(PREFIX)) heard(event.key.slice(PREFIX.length));
    });
  }
}

const PREFIX = "kheo.";

function lastingStore() {
  try {
    const store = window.localStorage;
    store.setItem(PREFIX + "try", "1");
    store.removeItem(PREFIX + "try");
    return store;
  } catch (blocked) {
    return null;
  }
}

function randomText(bytes) {
  const numbers = crypto.getRandomValues(new Uint8Array(bytes));
  const text = btoa(String.fromCharCode(...numbers));
  return text.replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
