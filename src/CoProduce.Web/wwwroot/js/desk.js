// Keys, search as one types and suggestions for the desk. Every page works without this file.
const keys = document.querySelector(".keys");
const off = keys?.querySelector("[data-keys-off]");
const desk = keys?.dataset.desk;

const isTyping = (element) => element.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

if (off) {
  off.checked = localStorage.getItem("desk-keys") === "off";
  off.parentElement.hidden = false;
  off.addEventListener("change", () => localStorage.setItem("desk-keys", off.checked ? "off" : "on"));
}

const places = Object.fromEntries([...(keys?.querySelectorAll("[data-place]") ?? [])].map((place) => [place.dataset.placeKey, `/${place.dataset.place}`]));

// Whoever is quicker than the search waits for its answer: no key acts on a list that is not for what was typed.
let holdsBack = () => false;
let entersTooSoon = () => false;

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("textarea")) {
    event.preventDefault();
    return event.target.form?.querySelector("button:not([data-draft], [type=button])")?.click();
  }
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.key === "Enter" && entersTooSoon(event)) return event.preventDefault();
  if (event.key === "ArrowDown" || event.key === "ArrowUp") return step(event);
  if (off?.checked || isTyping(event.target)) return;
  if (event.key === "/") {
    event.preventDefault();
    const box = document.getElementById("desk-search") ?? document.getElementById("site-search");
    box?.focus();
    box?.select();
  } else if (/^[a-z]$/.test(event.key) && document.querySelector(`[data-key="${event.key}"]`)) {
    event.preventDefault();
    const target = document.querySelector(`[data-key="${event.key}"]`);
    if (isTyping(target)) target.focus();
    else target.click();
  } else if (event.key === "f") {
    const first = document.querySelector("[data-line]")?.querySelector("a, button, input:not([type=hidden])");
    if (first) event.preventDefault();
    first?.focus();
  } else if (desk && places[event.key]) {
    event.preventDefault();
    location.href = desk + places[event.key];
  }
});

// From the search box into the lines below it, and from line to line.
function step(event) {
  const fromSearch = event.target.id === "desk-search";
  const here = event.target.closest("[data-line]");
  if (!fromSearch && (!here || isTyping(event.target))) return;
  const lines = [...document.querySelectorAll("[data-line]")];
  const at = here ? lines.indexOf(here) : -1;
  const next = event.key === "ArrowDown" ? at + 1 : at - 1;
  if (fromSearch && event.key === "ArrowUp") return;
  event.preventDefault();
  if (fromSearch && holdsBack()) return;
  if (next < 0) document.getElementById("desk-search")?.focus();
  else lines[next]?.querySelector("a, button, input:not([type=hidden])")?.focus();
}

// The answer of the plain search form, fetched while one types.
const live = document.querySelector("form[data-live]");
const results = document.getElementById("results");
if (live && results) {
  const box = live.querySelector("input[type=search]");
  let waiting, running, asked, wish;
  let shown = new URLSearchParams(location.search).get("q") ?? "";
  const isOld = () => box.value.trim() !== shown.trim();
  box.addEventListener("input", () => {
    wish = undefined;
    clearTimeout(waiting);
    waiting = setTimeout(search, 180);
  });
  holdsBack = () => {
    if (!isOld()) return false;
    wish = { steps: (wish?.steps ?? 0) + 1 };
    if (asked !== box.value) search();
    return true;
  };
  entersTooSoon = ({ target }) => {
    if (target === box && wish) return (wish.opens = true);
    return results.contains(target) && isOld() && holdsBack();
  };
  async function search() {
    clearTimeout(waiting);
    running?.abort();
    running = new AbortController();
    asked = box.value;
    const address = `${new URL(live.action).pathname}?q=${encodeURIComponent(asked)}`;
    try {
      const answer = await fetch(address, { signal: running.signal, headers: { Accept: "text/html" } });
      const page = answer.ok && !answer.redirected && new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page && page.getElementById("results");
      if (!found) return giveUp();
      const wasInside = results.contains(document.activeElement);
      results.replaceChildren(...found.childNodes);
      history.replaceState(null, "", address);
      shown = new URL(address, location).searchParams.get("q");
      goOn(wasInside);
    } catch (error) {
      if (error.name === "AbortError") return;
      giveUp();
      throw error;
    }
  }
  function goOn(wasInside) {
    const pressed = wish ?? (wasInside ? { steps: 1 } : undefined);
    wish = undefined;
    if (!pressed) return;
    const lines = [...results.querySelectorAll("[data-line]")];
    const link = lines[Math.min(pressed.steps, lines.length) - 1]?.querySelector("a, button, input:not([type=hidden])");
    (link ?? box).focus();
    if (pressed.opens) link?.click();
  }
  // The plain form says what is wrong, or who has to sign in again.
  function giveUp() {
    asked = undefined;
    if (wish) live.submit();
  }
}

// Names for the boxes that ask for a member, also for boxes that come later.
const lastAsked = new WeakMap();
let waitingForNames;
document.addEventListener("input", (event) => {
  const box = event.target;
  if (!box.matches("input[data-suggest]")) return;
  clearTimeout(waitingForNames);
  waitingForNames = setTimeout(async () => {
    const text = box.value.trim();
    if (text === lastAsked.get(box) || text.length === 0) return;
    lastAsked.set(box, text);
    const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(text)}`);
    if (!answer.ok || answer.redirected || box.value.trim() !== text) return;
    document.getElementById(box.getAttribute("list"))?.replaceChildren(...(await answer.json()).map((name) => new Option(name, name)));
  }, 150);
});

// A begun form is kept while one types; what could not be sent is tried again, and nothing is cleared meanwhile.
for (const button of document.querySelectorAll("[data-draft]")) {
  const form = button.form;
  const says = form.querySelector("[data-draft-status]");
  const key = form.querySelector("[name='Form.RequestKey']");
  let waiting, running = false, changed = false, sent = false;
  const later = (time) => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, time);
  };
  async function keep() {
    if (running || !changed || sent) return;
    running = true;
    changed = false;
    try {
      const answer = await fetch(button.dataset.draft, {
        method: "POST", body: new FormData(form), headers: { Accept: "application/json" }, keepalive: true,
      });
      says.textContent = answer.ok ? says.dataset.kept : says.dataset.refused;
      if (answer.ok) remember();
    } catch {
      changed = true;
      says.textContent = says.dataset.lost;
      later(5000);
    } finally {
      running = false;
      if (changed) later(2000);
    }
  }
  // Loading the page again goes on with the same draft.
  function remember() {
    const here = new URL(location.href);
    here.searchParams.delete("done");
    here.searchParams.set("draft", key.value);
    history.replaceState(null, "", here);
  }
  form.addEventListener("input", () => {
    changed = true;
    later(1000);
  });
  form.addEventListener("submit", () => (sent = true));
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keep());
  addEventListener("pagehide", keep);
  addEventListener("online", keep);
}

// The card is fetched anew when its island says that something was written; never under somebody's hands.
const card = document.querySelector("[data-refreshed]");
if (card) {
  let stale = false;
  const refresh = async () => {
    if (!stale || card.contains(document.activeElement)) return;
    stale = false;
    const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-refreshed]");
    if (fresh) card.replaceChildren(...fresh.childNodes);
  };
  new MutationObserver((changes) => {
    if (!changes.some((change) => change.target.matches?.("[data-refresh]"))) return;
    stale = true;
    refresh();
  }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-refresh"] });
  card.addEventListener("focusout", () => setTimeout(refresh));
}
