// Copies what a box holds. Without script the button is hidden, and one marks the text and copies it by hand.
for (const button of document.querySelectorAll('[data-copy]')) {
  const box = document.getElementById(button.dataset.copy);
  const status = button.parentElement.querySelector('[data-copied]');
  button.hidden = false;
  button.addEventListener('click', async () => {
    box.select();
    try {
      await navigator.clipboard.writeText(box.value);
    } catch {
      document.execCommand('copy'); // where a page may not write to the clipboard by itself
    }
    status.textContent = status.dataset.copied;
  });
}
