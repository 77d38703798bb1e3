// Everything works without this; with it the table moves under the fingers.
const part = (id) => document.getElementById(id);
const fold = (text) =>
  text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d");

// ---- Rows: arrow keys move, Enter follows the first link of a row.
const rows = () => [...document.querySelectorAll("tr[data-row]:not([hidden])")];

function reachable() {
  const all = rows();
  const now = all.find((row) => row.tabIndex === 0) || all[0];
  for (const row of all) row.tabIndex = row === now ? 0 : -1;
}

function goTo(row) {
  if (!row) return;
  for (const other of document.querySelectorAll("tr[tabindex='0']")) other.tabIndex = -1;
  row.tabIndex = 0;
  row.focus();
  row.scrollIntoView({ block: "nearest" });
}

function move(event, here) {
  const all = rows();
  const at = all.indexOf(here);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined || !all[to]) return;
  event.preventDefault();
  goTo(all[to]);
}

// ---- The filter: hides rows as one types, and asks the server for those that are not here.
const box = document.querySelector("[data-filter]");
const texts = new WeakMap();
let served = box ? box.defaultValue : ""; // the words by which the rows here were found
let asked = 0;
let wait = 0;

function textOf(row) {
  // Of numbers only those are looked into that something is called by, as the server does.
  const cells = () => [...row.querySelectorAll("th, td:not(.n, .aside)")].map((cell) => cell.textContent);
  if (!texts.has(row)) texts.set(row, fold(cells().join(" ")));
  return texts.get(row);
}

const wordsOf = (text) => fold(text).split(/\s+/).filter(Boolean);

function allHere() {
  const [then, now] = [wordsOf(served), wordsOf(box.value)];
  if (part("pages") && part("pages").childElementCount) return then.join(" ") === now.join(" ");
  return then.every((word) => now.some((longer) => longer.includes(word)));
}

// The address says what is looked for, so that it is there again after a reload and after Back.
function remember() {
  const address = new URL(location.href);
  address.searchParams.delete("trang");
  if (box.value.trim()) address.searchParams.set(box.name, box.value.trim());
  else address.searchParams.delete(box.name);
  history.replaceState(history.state, "", address);
}

function typed() {
  remember();
  sift();
  clearTimeout(wait);
  if (!allHere()) wait = setTimeout(seek, 250);
}

async function seek() {
  const mine = (asked += 1);
  try {
    const answer = await fetch(location.href, { headers: { "X-Kheo-Live": "1" } });
    if (mine === asked && answer.ok) swap(await answer.text());
  } catch (_) {
    found(false);
  }
}

function sift() {
  if (!box || !part("sheet")) return;
  const words = wordsOf(box.value);
  let count = 0;
  for (const row of document.querySelectorAll("tr[data-row]")) {
    row.hidden = !words.every((word) => textOf(row).includes(word));
    if (!row.hidden) count += 1;
  }
  if (part("count")) part("count").textContent = count;
  if (part("nothing")) part("nothing").hidden = count > 0;
  reachable();
}

// ---- Keys
const typing = (element) => element.matches("input:not([type=checkbox]), textarea, select");

document.addEventListener("keydown", (event) => {
  const here = event.target;
  const form = here.closest && here.closest("form[data-keys='ctrl+enter']");
  if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape" && here === box) {
    event.preventDefault(); // what was typed stays
    goTo(rows().find((row) => row.tabIndex === 0));
  } else if (here === box && event.key === "ArrowDown") {
    event.preventDefault();
    goTo(rows()[0]);
  } else if (typing(here)) {
    return;
  } else if (event.key === "/" && box) {
    event.preventDefault();
    box.focus();
    box.select();
  } else if (event.key === "?" && part("keys")) {
    event.preventDefault();
    part("keys").showModal();
  } else if (here.matches("tr[data-row]") && event.key === "Enter") {
    const link = here.querySelector("a");
    if (link) link.click();
  } else {
    const row = here.closest("tr[data-row]");
    if (row) move(event, row);
  }
});
