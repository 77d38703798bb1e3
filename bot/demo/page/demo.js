"use strict";
{
const LOOK_MS = 1000;
const LONG_MS = 10000;
const now = document.getElementById("now");
const life = document.getElementById("life");
const ledger = document.getElementById("ledger");
let shown = "";

function tell(body) {
  const headers = { "Content-Type": "application/json", "X-Kheo": "1" };
  return fetch("/lam", { method: "POST", headers, body: JSON.stringify(body) }).then(look, look);
}

function row(decision) {
  const line = document.createElement("tr");
  line.className = decision.sent ? "sent" : "";
  for (const cell of decision.cells) {
    line.insertCell().textContent = cell;
  }
  return line;
}

function show(state) {
  now.textContent = state.now;
  life.textContent = state.alive ? document.body.dataset.lives : document.body.dataset.dead;
  life.classList.toggle("dead", !state.alive);
  for (const button of document.querySelectorAll("[data-fault]")) {
    button.setAttribute("aria-pressed", String(state.faults[button.dataset.fault]));
  }
  const latest = JSON.stringify(state.decisions);
  if (latest !== shown) {
    shown = latest;
    ledger.tBodies[0].replaceChildren(...state.decisions.map(row));
    ledger.hidden = !state.decisions.length;
    document.getElementById("nothing").hidden = !ledger.hidden;
  }
}

async function look() {
  const patience = new AbortController();
  const tired = setTimeout(() => patience.abort(), LONG_MS);
  try {
    const answer = await fetch("/so-cai", { cache: "no-store", signal: patience.signal });
    show(await answer.json());
  } catch {
    life.textContent = document.body.dataset.away;
    life.classList.add("dead");
  } finally {
    clearTimeout(tired);
  }
}

async function watch() {
  await look();
  setTimeout(watch, LOOK_MS);
}

document.addEventListener("click", (event) => {
  const { leap, fault, kill } = event.target.dataset;
  if (leap) tell({ leap });
  if (fault) tell({ fault, on: event.target.getAttribute("aria-pressed") !== "true" });
  if (kill !== undefined) tell({ kill: true });
});
watch();
}
