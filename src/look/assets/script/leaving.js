// ---- Leaving with something unsaved ----

const unsaved = () => [
  ...savers.filter((saver) => saver.dirty || saver.busy || saver.trouble).map((saver) => saver.root),
  ...all('form[data-guard=changed]'),
];
addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post') return void (sending = null);
  leaving = unsaved().every((part) => form.contains(part));
  sending = { to: formAddress(form), from: location.pathname, draft: draftName(form) };
});
addEventListener('click', (event) => {
  // Whoever was asked and stayed, and goes elsewhere then, has sent nothing.
  if (event.target.closest?.('a[href]')) sending = null;
  if (event.target.closest?.('[data-status] a:not([href^="#"])')) leaving = true;
});
addEventListener('beforeunload', (event) => {
  if (unsaved().length && !leaving) event.preventDefault();
});

// Without a file what was typed is kept for whoever was signed out meanwhile, as on all other forms.
for (const form of all('form[enctype="multipart/form-data"]')) form.addEventListener('submit', () => {
  const files = all('input[type=file]', form).flatMap((input) => [...input.files]);
  form.enctype = files.length ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
});
