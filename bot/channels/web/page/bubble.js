// One bubble as elements; all text is set as text, nothing said can become markup.
function draw(entry, rows, words, touched) {
  const bubble = entry.element;
  bubble.className = "bubble " + entry.side + " " + entry.state;
  bubble.tabIndex = -1;
  renew(entry, "said", [entry.text, entry.picture], () => saidOf(entry, words));
  if (entry.file) renew(entry, "file", [lasts(entry.file)], () => fileOf(entry.file, words, touched.file));
  renew(entry, "when", [entry.at, entry.note], () => whenOf(entry));
  renew(entry, "rows", rows, () => buttonsOf(rows, touched.button));
}

// Only what has changed is made anew: the rest must not be read out again.
function renew(entry, name, looks, build) {
  const now = JSON.stringify(looks);
  const [before, old] = entry.drawn[name] || [];
  if (before === now) return;
  const fresh = build();
  if (old) old.replaceWith(fresh);
  else entry.element.append(fresh);
  entry.drawn[name] = [now, fresh];
}

function saidOf(entry, words) {
  const said = make("p", "text");
  said.append(make("span", "unseen", (entry.side === "ours" ? words.assistant : words.you) + ": "));
  if (entry.picture) said.append(pictureOf(entry.picture, words));
  else if (entry.side === "ours") said.append(...withCalls(entry.text));
  else said.append(entry.text);
  return said;
}

function make(tag, name, text) {
  const element = document.createElement(tag);
  element.className = name;
  if (text !== undefined) element.textContent = text;
  return element;
}

function pictureOf(address, words) {
  const image = document.createElement("img");
  image.src = address;
  image.alt = words.a_photo;
  return image;
}

function lasts([, , until]) {
  return Date.now() < until;
}

// A link while the file can be had, then words instead of it.
function fileOf(file, words, touched) {
  const [id, name] = file;
  if (!lasts(file)) return make("p", "file", words.file_gone);
  const line = make("p", "file");
  const link = make("a", "", name);
  link.href = "/tep/" + id;
  link.addEventListener("click", (event) => touched(event, id, name));
  line.append(link);
  return line;
}

function buttonsOf(rows, pressed) {
  const all = make("div", "rows");
  all.hidden = !rows.some((row) => row.length);
  for (const row of rows) {
    const line = make("div", "row");
    for (const [label, data] of row) {
      const button = make("button", "", label);
      button.type = "button";
      button.addEventListener("click", () => pressed(label, data));
      line.append(button);
    }
    all.append(line);
  }
  return all;
}

function whenOf(entry) {
  const line = make("p", "when");
  const time = make("time", "", shortTime(new Date(entry.at), new Date()));
  time.dateTime = new Date(entry.at).toISOString();
  line.append(time);
  if (entry.note) line.append(" · ", make("span", "note", entry.note));
  return line;
}

function shortTime(at, now) {
  const clock = at.getHours() + ":" + String(at.getMinutes()).padStart(2, "0");
  if (at.toDateString() === now.toDateString()) return clock;
  const year = at.getFullYear() === now.getFullYear() ? "" : "/" + at.getFullYear();
  return at.getDate() + "/" + (at.getMonth() + 1) + year + ", " + clock;
}

// In what the assistant says, phone numbers can be called and places of ours opened by a touch.
function withCalls(text) {
  const marked = /((?:\+84|\b0)(?:[ .]?[0-9]){9,10}\b|https?:\/\/[^\s]+\/ban\/vao\/[\w-]+)/;
  return text.split(marked).map((part, index) => {
    if (index % 2 === 0) return part;
    const link = make("a", "", part);
    link.href = part.startsWith("http") ? part : "tel:" + part.replace(/[ .]/g, "");
    return link;
  });
}
