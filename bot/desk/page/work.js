"use strict";
// The pages of single entries, units and forms: keys, fields that only some kinds have, units found as one types.
{
  const typing = (element) => element.matches("input, textarea, select");

  // ---- Keys of one letter or sign are for those who want them: others, who speak to their PC, turn them off.
  const off = () => localStorage.getItem("kheo-no-keys") === "1";
  const tick = document.querySelector("[data-no-keys]");
  const show = document.querySelector("[data-show-keys]");
  if (tick && show) {
    tick.checked = off();
    tick.addEventListener("change", () => localStorage.setItem("kheo-no-keys", tick.checked ? "1" : "0"));
    show.hidden = false;
    show.addEventListener("click", () => document.getElementById("keys").showModal());
  }
  document.addEventListener(
    "keydown",
    (event) => {
      const alone = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
      if (alone && off() && !typing(event.target)) event.stopImmediatePropagation();
    },
    true,
  );

  // ---- One key does what a button or link says: of the row one is at, else of the page.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (typing(event.target) || document.querySelector("dialog[open]")) return;
    const key = `[data-key="${CSS.escape(event.key.toLowerCase())}"]`;
    const row = event.target.closest("tr[data-row]");
    const meant = row ? row.querySelector(key) : document.querySelector(`main ${key}:not(tr *)`);
    if (!meant) return;
    event.preventDefault();
    meant.click();
  });

  // ---- Fields that only some kinds have are there for those alone.
  const kinds = document.querySelector("[data-kinds]");

  function fit() {
    const of = kinds.selectedOptions[0].dataset.of.split(" ");
    for (const part of document.querySelectorAll("[data-only]")) {
      part.hidden = !of.includes(part.dataset.only);
      for (const field of part.querySelectorAll("input, select")) field.disabled = part.hidden;
    }
  }
  if (kinds) {
    kinds.addEventListener("change", fit);
    fit();
  }

  // ---- What is wrong first has the focus.
  const wrong = document.querySelector("form [aria-invalid='true']");
  if (wrong) wrong.focus();

  // ---- Units found as one types; Enter asks the server, as without this.
  const box = document.querySelector("[data-suggest]");
  let asked = 0;

  async function suggest() {
    const mine = (asked += 1);
    await new Promise((go) => setTimeout(go, 150));
    if (mine !== asked) return;
    const address = new URL(box.form.action);
    address.search = new URLSearchParams(new FormData(box.form));
    try {
      const answer = await fetch(address, { headers: { "X-Kheo-Live": "1" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.getElementById("found");
      if (mine === asked && found) document.getElementById("found").replaceWith(found);
    } catch (_) {
      // Enter is still there.
    }
  }
  if (box) box.addEventListener("input", suggest);
  document.addEventListener("keydown", (event) => {
    const links = [...document.querySelectorAll("#found a")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = links.indexOf(event.target);
    if (!step || !links.length || (at < 0 && event.target !== box)) return;
    event.preventDefault();
    (links[at + step] || (step < 0 ? box : links[links.length - 1])).focus();
  });

  // ---- Files: several may be made at once, and a press while one is made asks for no second.
  function send(form, button) {
    const chosen = document.createElement("input");
    Object.assign(chosen, { type: "hidden", name: button.name, value: button.value });
    form.append(chosen);
    form.submit();
    chosen.remove();
  }

  async function take(form, button) {
    const body = new URLSearchParams(new FormData(form));
    body.append(button.name, button.value);
    button.setAttribute("aria-disabled", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      if (!answer.ok) throw new Error(answer.status);
      const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("Content-Disposition"));
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await answer.blob());
      link.download = decodeURIComponent(name[1]);
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    } catch (_) {
      send(form, button); // the server says by itself what the matter is
    } finally {
      button.removeAttribute("aria-disabled");
    }
  }

  document.addEventListener("submit", (event) => {
    const [form, button] = [event.target, event.submitter];
    if (form.dataset.file === undefined || !button) return;
    event.preventDefault();
    if (button.getAttribute("aria-disabled") !== "true") take(form, button);
  });
}
