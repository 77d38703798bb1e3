// The server as the page sees it: what was taken, what is to be tried again, what is refused.
class Server {
  constructor() {
    this.secret = ""; // only where the browser keeps no cookies
  }

  // Resolves to {taken}, {refused: sentence} or {again: milliseconds, 0 when nobody knows}.
  say(item) {
    const message = JSON.stringify(Object.assign({ id: item.id }, item.body));
    return this.post("/chat/say", message, "application/json", 30);
  }

  // Even a kilobyte a second gets a photo through.
  photo(id, blob) {
    const seconds = 60 + blob.size / 1024;
    return this.post("/chat/photo?id=" + id, blob, blob.type || "image/jpeg", seconds);
  }

  table(id, name, blob) {
    const seconds = 60 + blob.size / 1024;
    const path = "/chat/table?id=" + id + "&name=" + encodeURIComponent(name);
    return this.post(path, blob, "application/octet-stream", seconds);
  }

  // A link carries a cookie by itself; without one the file is fetched, then saved.
  async save(event, id, name) {
    if (!this.secret) return;
    event.preventDefault();
    const headers = { "X-Kheo-Session": this.secret };
    const response = await fetch("/tep/" + id, { headers, cache: "no-store" });
    if (!response.ok) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await response.blob());
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  async post(path, body, type, seconds) {
    const headers = { "Content-Type": type, "X-Kheo": "1" };
    const answer = await this.ask(path, { method: "POST", body, headers }, seconds);
    if (answer.content.ok === true) return { taken: true };
    if (answer.content.say) return { refused: answer.content.say };
    // Also for what is not from us: a network that wants to be logged in to answers anything.
    return { again: answer.wait };
  }

  // Resolves to {whose, bubbles}, or null when the server cannot be reached.
  async bubbles(after) {
    const had = this.secret;
    const { content } = await this.ask("/chat/bubbles?after=" + after, {}, 20);
    if (Array.isArray(content.bubbles)) return content;
    return this.secret === had ? null : this.bubbles(after);
  }

  // Returns an EventSource, or null where only asking again and again is left.
  stream(after) {
    if (this.secret || !window.EventSource) return null;
    return new EventSource("/chat/events?after=" + after);
  }

  // Resolves to {content, wait}: what was answered ({} for nothing of ours), when to ask again.
  async ask(path, options, seconds) {
    const stop = window.AbortController ? new AbortController() : null;
    const timer = setTimeout(() => stop && stop.abort(), seconds * 1000);
    const settings = { credentials: "same-origin", cache: "no-store" };
    if (stop) settings.signal = stop.signal;
    const headers = this.secret ? { "X-Kheo-Session": this.secret } : {};
    options.headers = Object.assign(headers, options.headers);
    try {
      const response = await fetch(path, Object.assign(settings, options));
      const text = await response.text();
      if (text === "no session" && !this.secret) this.secret = randomText(32);
      const seconds = Number(response.headers.get("Retry-After") || 0);
      return { content: readObject(text), wait: 1000 * seconds };
    } catch (network) {
      return { content: {}, wait: 0 };
    } finally {
      clearTimeout(timer);
    }
  }
}

function readObject(text) {
  try {
    return JSON.parse(text) || {};
  } catch (notOurs) {
    return {};
  }
}
