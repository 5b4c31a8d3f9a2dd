// Lets the forms of /account and sign-in use the passkeys of the device. Without it, or where there are none, the forms stay hidden and the
// password does. A form stands in an element with data-passkey="create" or "request" and data-options, the address of the options.
const usable = () =>
  !!window.PublicKeyCredential?.parseCreationOptionsFromJSON && !!window.PublicKeyCredential?.parseRequestOptionsFromJSON;

async function ask(place, form) {
  const answer = await fetch(place.dataset.options, {
    method: "POST",
    credentials: "same-origin",
    headers: { RequestVerificationToken: form.querySelector("[name=__RequestVerificationToken]").value },
  });
  if (!answer.ok) throw new Error(`The options were answered by ${answer.status}.`);
  const options = await answer.json();
  return place.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

for (const place of usable() ? document.querySelectorAll("[data-passkey]") : []) {
  const form = place.querySelector("form");
  const button = form.querySelector("button");
  const status = form.querySelector("[role=status]");
  place.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    status.textContent = "";
    try {
      const credential = await ask(place, form);
      form.querySelector("[name$='.Credential']").value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch (failure) {
      if (!(failure instanceof Error || failure instanceof DOMException)) throw failure;
      status.textContent = place.dataset.failed;
      button.disabled = false;
    }
  });
}
