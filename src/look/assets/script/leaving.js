// ---- Leaving with something unsaved ----

const unsaved = () => [
  ...savers.filter((saver) => saver.dirty || saver.busy || saver.trouble).map((saver) => saver.root),
  ...all('form[data-guard=changed]'),
];
addEventListener('submit', (event) => {
  if (event.target.method === 'dialog') return;
  leaving = unsaved().every((part) => event.target.contains(part));
  sending = formAddress(event.target);
});
addEventListener('click', (event) => {
  // Whoever was asked and stayed, and goes elsewhere then, has sent nothing.
  if (event.target.closest?.('a[href]')) sending = null;
  if (event.target.closest?.('[data-status] a:not([href^="#"])')) leaving = true;
});
for (const form of all('form[data-guard]')) form.addEventListener('input', () => (form.dataset.guard = 'changed'));
addEventListener('beforeunload', (event) => {
  if (unsaved().length && !leaving) event.preventDefault();
});
addEventListener('pageshow', () => (leaving = false));

// Without a file what was typed is kept for whoever was signed out meanwhile, as on all other forms.
for (const form of all('form[enctype="multipart/form-data"]')) form.addEventListener('submit', () => {
  const files = all('input[type=file]', form).flatMap((input) => [...input.files]);
  form.enctype = files.length ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
});
