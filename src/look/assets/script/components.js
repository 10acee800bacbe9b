// ---- Components ----

for (const place of all('[data-module=govuk-error-summary], .govuk-notification-banner[role=alert]')) {
  if (place.dataset.disableAutoFocus === 'true') continue;
  Object.assign(place, { tabIndex: -1 }).focus();
  if (location.hash) addEventListener('load', () => setTimeout(() => place.focus()));
}

for (const field of all('[data-module=govuk-password-input]')) {
  const input = one('input', field);
  const button = one('.govuk-js-password-input-toggle', field);
  button.hidden = false;
  const show = (shown) => {
    input.type = shown ? 'text' : 'password';
    button.textContent = shown ? 'Hide' : 'Show';
    button.setAttribute('aria-label', shown ? 'Hide password' : 'Show password');
  };
  button.addEventListener('click', () => show(input.type === 'password'));
  input.form?.addEventListener('submit', () => show(false));
}

for (const field of all('[data-module=govuk-character-count]')) {
  const area = one('.govuk-js-character-count', field);
  const message = one('.govuk-character-count__message', field);
  const most = Number(field.dataset.maxlength);
  if (!area || !message || !most) continue;
  const refused = one('.govuk-error-message', field);
  const count = () => {
    const left = most - [...area.value].length;
    const n = Math.abs(left);
    message.textContent = `You have ${n} ${n === 1 ? 'character' : 'characters'} ${left < 0 ? 'too many' : 'remaining'}`;
    message.classList.toggle('govuk-error-message', left < 0);
    message.classList.toggle('govuk-hint', left >= 0);
    if (!refused) area.classList.toggle('govuk-textarea--error', left < 0);
  };
  area.addEventListener('input', count);
  count();
}

// What is to be copied, such as an address that is shown once; the button needs a page that came safely.
for (const area of all('[data-copy]')) {
  area.addEventListener('focus', () => area.select());
  if (!navigator.clipboard) continue;
  const button = element('button', 'govuk-button govuk-button--secondary', 'Copy');
  const told = element('span', 'govuk-visually-hidden');
  button.type = 'button';
  told.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    const copied = await navigator.clipboard.writeText(area.value).then(() => true, () => false);
    button.textContent = copied ? 'Copied' : 'Copy';
    told.textContent = copied ? 'Copied' : 'It could not be copied. Mark it and copy it yourself.';
    if (!copied) area.select();
  });
  area.after(button, told);
}

const reveal = (input) => {
  const part = document.getElementById(input.dataset.ariaControls);
  if (!part) return;
  part.className = part.className.replace(/ ?\S+__conditional--hidden/, '');
  part.hidden = !input.checked;
  if (input.type === 'checkbox') input.setAttribute('aria-expanded', String(input.checked)); // ARIA knows none for radios.
};
const controlling = all('[data-aria-controls]');
controlling.forEach(reveal);
addEventListener('change', () => controlling.forEach(reveal));

// A second press within a second is the same press.
addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-prevent-double-click=true]');
  if (!button) return;
  if (Date.now() - Number(button.dataset.pressed ?? 0) < 1000) event.preventDefault();
  button.dataset.pressed = Date.now();
});

addEventListener('beforeprint', () => all('details:not([open])').forEach((fold) => {
  fold.open = true;
  fold.dataset.folded = '';
}));
addEventListener('afterprint', () => all('details[data-folded]').forEach((fold) => {
  fold.open = false;
  delete fold.dataset.folded;
}));
