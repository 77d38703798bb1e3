// What was done, here or elsewhere, comes onto the page by itself.
// ---- A form that is under way is not sent again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.dataset.file !== undefined) return;
  if (form.dataset.busy) {
    event.preventDefault();
    return;
  }
  if (form.dataset.swap !== undefined) {
    event.preventDefault();
    send(form, event.submitter);
    return;
  }
  form.dataset.busy = "1";
});
// Who comes back to a page of before may send its forms.
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.busy;
});

async function send(form, button) {
  const body = new URLSearchParams(new FormData(form));
  body.set("ve", location.pathname + location.search);
  if (button && button.name) body.append(button.name, button.value);
  form.dataset.busy = "1";
  if (button) button.setAttribute("aria-disabled", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    if (answer.ok) swap(await answer.text());
    else insist(form, button);
  } catch (_) {
    found(false); // no network: nothing is ticked that was not kept
  } finally {
    delete form.dataset.busy;
    if (button) button.removeAttribute("aria-disabled");
  }
}

// The server says by itself what the matter is, on a page of its own.
function insist(form, button) {
  const kept = document.createElement("input");
  if (button) Object.assign(kept, { type: "hidden", name: button.name, value: button.value });
  form.append(kept);
  form.submit();
}

// ---- Rows anew, with focus, selection and scroll as they were.
function swap(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const live = part("live");
  if (!fresh.getElementById("live") || !live) {
    location.reload();
    return;
  }
  live.dataset.live = fresh.getElementById("live").dataset.live;
  const focused = document.activeElement;
  const kept = { id: focused.id, row: focused.closest("tr[data-row]")?.id };
  // What was said of a form stays until the next one, and moves nothing under the fingers.
  const said = fresh.getElementById("said")?.textContent ? ["said"] : [];
  if (said.length) part("said").classList.add("aside");
  served = fresh.querySelector("[data-filter]")?.getAttribute("value") || "";
  const places = part("places")?.contains(focused) ? [] : ["places"];
  for (const id of [...said, ...places, "figures", "as-text", "as-of", "badge", "total", "pages", "lists"]) {
    const [old, now] = [part(id), fresh.getElementById(id)];
    if (old && now && old.innerHTML !== now.innerHTML) old.innerHTML = now.innerHTML;
  }
  swapRows(fresh);
  sift();
  refocus(kept, focused);
  found(true);
}

function swapRows(fresh) {
  const body = document.querySelector("#sheet tbody");
  const [old, now] = [body, fresh.querySelector("#sheet tbody")];
  if (!old || !now) return;
  const known = new Map([...old.children].map((row) => [row.id, row]));
  const wanted = [...now.children].map((row) => {
    const had = known.get(row.id);
    known.delete(row.id);
    return had && had.innerHTML === row.innerHTML ? had : document.adoptNode(row);
  });
  for (const row of known.values()) row.remove();
  wanted.forEach((row, at) => {
    const there = body.children[at];
    if (there === row) return;
    if (there && there.id === row.id) there.replaceWith(row);
    else body.insertBefore(row, there || null);
  });
  while (body.children.length > wanted.length) body.lastChild.remove();
}

function refocus(kept, focused) {
  if (document.contains(focused)) return;
  const again = (kept.id && part(kept.id)) || (kept.row && part(kept.row));
  if (!again) return;
  if (again.matches("tr[data-row]")) goTo(again);
  else again.focus({ preventScroll: true });
}

// ---- Live: the server says that something changed, the page fetches what it shows anew.
let fetching = false;
let changed = false;

async function refresh() {
  if (part("live").dataset.note) {
    const note = document.querySelector(part("live").dataset.note);
    if (note) note.hidden = false;
    return;
  }
  changed = true;
  if (fetching) return;
  fetching = true;
  while (changed) {
    changed = false;
    const [began, address] = [performance.now(), location.href];
    try {
      const answer = await fetch(address, { headers: { "X-Kheo-Live": "1" } });
      if (answer.status === 401) location.reload();
      if (answer.ok && address === location.href) swap(await answer.text());
      else if (answer.ok) changed = true; // somebody has typed meanwhile
    } catch (_) {
      found(false);
    }
    // A long table is work for the server: it is asked for the less often the longer that takes.
    const pause = Math.min(30000, Math.max(1000, 8 * (performance.now() - began)));
    await new Promise((go) => setTimeout(go, pause));
  }
  fetching = false;
}

function found(there) {
  const badge = part("badge");
  if (!badge) return;
  if (!there && !badge.classList.contains("lost")) {
    badge.dataset.was = badge.textContent;
    badge.textContent = part("live").dataset.lost || "";
  } else if (there && badge.classList.contains("lost") && badge.dataset.was) {
    if (badge.textContent === part("live").dataset.lost) badge.textContent = badge.dataset.was;
  }
  badge.classList.toggle("lost", !there);
}

function listen() {
  if (!window.EventSource) {
    setInterval(refresh, 30000);
    return;
  }
  const stream = new EventSource(part("live").dataset.live);
  stream.addEventListener("changed", () => {
    document.dispatchEvent(new Event("desk:changed"));
    refresh();
  });
  stream.addEventListener("bye", () => {
    stream.close();
    setTimeout(refresh, 1000);
    setTimeout(listen, 5000);
  });
  stream.addEventListener("open", () => found(true));
  stream.addEventListener("error", () => {
    found(false);
    if (stream.readyState === EventSource.CLOSED) {
      setTimeout(refresh, 5000);
      setTimeout(listen, 15000);
    }
  });
  addEventListener("pagehide", () => stream.close());
}

// ---- At the beginning
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
if (box) {
  const before = location.href;
  box.addEventListener("input", typed);
  // Back from what the server was asked for leads to what there was before.
  box.form.addEventListener("submit", () => history.replaceState(history.state, "", before));
}
if (box && box.value !== box.defaultValue) typed();
document.addEventListener("click", (event) => {
  const link = event.target.closest("#sheet thead a, #pages a");
  if (link && box) {
    const address = new URL(link.href);
    address.searchParams.set(box.name, box.value.trim());
    link.href = address;
  }
  // Who comes back finds the row they left.
  const row = event.target.closest("tr[data-row] a") && event.target.closest("tr[data-row]");
  if (row && row.id) history.replaceState(history.state, "", `#${row.id}`);
});
if (document.querySelector("tr[data-row]")) reachable();
if (part("live")) listen();
const meant = part(decodeURIComponent(location.hash.slice(1)));
if (meant && meant.matches("tr[data-row]")) goTo(meant);
