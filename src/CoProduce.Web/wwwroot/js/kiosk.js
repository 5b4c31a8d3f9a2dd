// Number keys on the front page of a kiosk, for a screen without a keyboard. Without script the boxes bring up the device's own keys.
const keys = document.querySelector("[data-kiosk-keys]");

if (keys) {
  const who = document.querySelector("[data-kiosk-who]");
  const pin = document.querySelector("[data-kiosk-pin]");
  let box = who.value ? pin : who;
  for (const one of [who, pin]) one.addEventListener("focus", () => (box = one));
  // A card reader ends with Enter; the PIN is asked next.
  who.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || pin.value) return;
    event.preventDefault();
    pin.focus();
  });
  keys.addEventListener("click", (event) => {
    const key = event.target.closest("[data-kiosk-key]")?.dataset.kioskKey;
    if (!key) return;
    if (key === "clear") box.value = "";
    else if (key === "back") box.value = box.value.slice(0, -1);
    else if (box.value.length < box.maxLength) box.value += key;
  });
  keys.hidden = false;
}
