// A slip is sent and the next one opened without loading the page anew. The page works without this file.
const pile = document.querySelector("[data-pile]");
const status = document.querySelector("[data-pile-status]");
let running = false;

// The hands stay on the keys: to the box that is to be mended, or the button that answers, not to the summary of what is wrong.
function goOn() {
  const box = pile.querySelector(":is(input, select, button)[autofocus]");
  box?.focus();
  box?.select?.();
}

function show(html, address) {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-pile]");
  if (!fresh) return location.assign(address); // signed out, or the pile is gone
  pile.replaceChildren(...fresh.childNodes);
  history.replaceState(null, "", address);
  goOn();
  // It is said once, where it is read out as well; what is wrong is an alert and says itself.
  const said = pile.querySelector("[data-said]");
  status.textContent = said?.textContent ?? "";
  said?.remove();
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

goOn();
