// A slip is sent and the next one opened without loading the page anew. The page works without this file.
const pile = document.querySelector("[data-pile]");
const status = document.querySelector("[data-pile-status]");
let running = false;

function show(html, address) {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-pile]");
  if (!fresh) return location.assign(address); // signed out, or the pile is gone
  pile.replaceChildren(...fresh.childNodes);
  history.replaceState(null, "", address);
  const box = pile.querySelector("[autofocus]");
  box?.focus();
  box?.select?.();
  status.textContent = pile.querySelector("[data-said]")?.textContent ?? "";
}

pile.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (running) return;
  running = true;
  try {
    const body = new URLSearchParams(new FormData(event.target, event.submitter));
    const answer = await fetch(event.target.action, { method: "POST", body, headers: { Accept: "text/html" } });
    show(await answer.text(), answer.url);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    status.textContent = status.dataset.lost; // nothing is cleared, and the same row sent again is saved once
  } finally {
    running = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") pile.querySelector("[data-next]")?.click();
});

pile.querySelector("[autofocus]")?.select?.();
