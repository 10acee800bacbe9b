// Saves while people type, keeps text when the line is down, and brings the components to life. Every page works
// without it. Nothing here makes markup from text.

const body = document.body;
body.classList.add('js-enabled', 'govuk-frontend-supported');

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = (selector, root = document) => root.querySelector(selector);

const element = (tag, className, text) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
};

// ---- Saving ----

const status = () => {
  let place = one('[data-status]');
  if (!place) {
    place = element('p', 'ts-saved ts-saved--alone');
    place.setAttribute('role', 'status');
    place.dataset.status = '';
    (one('form[data-autosave]') ?? body).prepend(place);
  }
  return place;
};
// `link`, if there is one, stands after the text: {text, href}.
const say = (text, link = null) => {
  const place = status();
  const whole = link ? `${text} ${link.text}` : text;
  if (place.textContent === whole) return;
  place.textContent = text;
  if (!link) return;
  const anchor = element('a', 'govuk-link', link.text);
  anchor.href = link.href;
  place.append(' ', anchor);
};

// What was entered and is not known to be saved, by the address that it is sent to. It lasts as long as the tab.
const stored = (doing) => {
  try {
    return doing(sessionStorage);
  } catch {
    return null; // This browser keeps nothing.
  }
};
const memory = {
  prefix: 'touchstone:',
  keep(address, what) {
    return stored((store) => (store.setItem(this.prefix + address, JSON.stringify(what)), true));
  },
  recall(address) {
    return stored((store) => JSON.parse(store.getItem(this.prefix + address)));
  },
  forget(address) {
    stored((store) => store.removeItem(this.prefix + address));
  },
  forgetAllUnder(address) {
    const under = (name) => name.startsWith(this.prefix + address);
    stored((store) => Object.keys(store).filter(under).forEach((name) => store.removeItem(name)));
  },
};

// Where a form of this page is being sent, and whether that leaves nothing behind.
let sending = null;
let leaving = false;
addEventListener('pagehide', () => sending && memory.keep('sent', sending));

// It has arrived when its answer leads on: not to the sign-in page, and not to where it was sent. Who signs out wants
// nothing kept.
const sent = memory.recall('sent');
memory.forget('sent');
if (['/sign-out', '/account/sign-outs'].includes(sent)) memory.forgetAllUnder('');
else if (sent && ![sent, '/sign-in'].includes(location.pathname)) memory.forgetAllUnder(sent);

const savers = [];

// One thing that is saved by itself: a theme of a score sheet, or a whole form. `root` holds its inputs, `prefix` is what
// their names begin with on the page and not in what is sent.
class Saver {
  constructor(root, address, prefix) {
    Object.assign(this, { root, address, prefix, dirty: false, busy: false, clearing: false });
    root.addEventListener('change', (event) => this.changed(event.target.type === 'radio' ? 0 : 600));
    root.addEventListener('input', (event) => {
      if (event.target.matches('textarea, input:not([type=radio], [type=checkbox])')) this.changed(3000);
    });
    this.restore();
    savers.push(this);
  }

  inputs() {
    return all('input, textarea, select', this.root).filter((input) => input.name && !input.disabled);
  }

  fields() {
    const pairs = [];
    for (const input of this.inputs()) {
      if (/^(radio|checkbox)$/.test(input.type) && !input.checked) continue;
      pairs.push([input.name.slice(this.prefix.length), input.value]);
    }
    if (this.clearing) pairs.push(['level', '']);
    return pairs;
  }

  changed(delay) {
    this.dirty = true;
    this.clearing = false;
    sending = null;
    leaving = false;
    memory.keep(this.address, this.fields());
    say('Not saved yet');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), delay);
  }

  clear() {
    for (const input of this.inputs()) if (input.type === 'radio') input.checked = false;
    this.changed(0);
    this.clearing = true;
    memory.keep(this.address, this.fields());
  }

  async save() {
    if (this.busy || !this.dirty) return;
    const sent = this.fields();
    this.busy = true;
    this.dirty = false;
    say('Saving …');
    try {
      await this.answered(await this.post(sent), sent);
    } catch {
      this.keep(sent, 'You are offline. What you entered is kept in this tab and will be saved when you are back.');
    }
    this.busy = false;
    if (this.dirty && !this.waiting) this.save();
  }

  // Somebody who signed in again in another window has a new token: it is fetched, and the sending tried once more.
  async post(sent, again = true) {
    const csrf = one('input[name=csrf]')?.value ?? '';
    const payload = new URLSearchParams(sent);
    payload.set('csrf', csrf);
    const response = await fetch(this.address, {
      method: 'POST',
      body: payload,
      headers: { Accept: 'application/json', 'X-CSRF-Token': csrf },
      redirect: 'error',
    });
    return response.status === 403 && again && (await newToken()) ? this.post(sent, false) : response;
  }

  async answered(response, sent) {
    const answer = response.headers.get('Content-Type')?.includes('json') ? await response.json() : {};
    if (response.ok) this.saved(answer);
    else if (response.status === 409 && answer.clashes) this.clash();
    else if (response.status === 409) say(`Not saved: ${answer.detail}`, toResult(this.address));
    else if (response.status === 422) this.refused(answer);
    else if (response.status === 401 || response.status === 403)
      this.keep(sent, 'You are signed out. What you entered is kept in this tab.', signInAgain());
    else this.keep(sent, 'That could not be saved just now. It is kept in this tab and tried again.');
  }

  saved(answer) {
    this.waiting = false;
    this.complain([]);
    const version = this.inputs().find((input) => input.name === `${this.prefix}version`);
    if (version && answer.version !== undefined) version.value = answer.version;
    if (this.dirty) memory.keep(this.address, this.fields());
    else {
      memory.forget(this.address);
      say(answer.saved_at ? `Saved ${answer.saved_at}` : 'Saved');
    }
    this.advise(answer.advice ?? '');
    showTotals(answer);
  }

  keep(sent, sentence, link = null) {
    this.waiting = true;
    const kept = memory.keep(this.address, this.dirty ? this.fields() : sent);
    this.dirty = true;
    say(kept ? sentence : 'Not saved, and this browser keeps nothing: leave this page open.', kept ? link : null);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), 15000);
  }

  restore() {
    const kept = memory.recall(this.address);
    if (!kept) return;
    if (this.wasSaved(kept)) return void memory.forget(this.address);
    for (const input of this.inputs()) {
      const name = input.name.slice(this.prefix.length);
      const values = kept.filter((pair) => pair[0] === name).map((pair) => pair[1]);
      if (/^(radio|checkbox)$/.test(input.type)) input.checked = values.includes(input.value);
      else if (values.length) [input.value] = values;
    }
    this.changed(500);
    say('What was not saved before is here again, and is being saved.');
  }

  // The same stands on the page, under a later version.
  wasSaved(kept) {
    const now = this.fields();
    const told = (pairs) => JSON.stringify(pairs.filter(([name, value]) => name !== 'version' && value !== ''));
    const version = (pairs) => pairs.find(([name]) => name === 'version')?.[1];
    return told(kept) === told(now) && version(kept) !== version(now);
  }

  clash() {
    this.complain(['You changed this in another window or on another device since. ']);
    one('.ts-complaint', this.root).append(element('button', 'ts-plain-button', 'See both and choose'));
    say('Not saved: this was changed elsewhere.');
  }

  refused(answer) {
    const complaints = answer.complaints ?? [{ message: answer.detail ?? 'This could not be saved.' }];
    this.complain(complaints.map((complaint) => complaint.message), complaints.map((complaint) => complaint.field));
    say(`Not saved: ${complaints[0]?.message ?? answer.detail}`);
    if (answer.offered) this.offer(answer.offered);
  }

  // What is wrong with a text stands above that text, everything else above the choices.
  complain(messages, fields = []) {
    const place = one('fieldset', this.root) ?? this.root;
    for (const old of all('.ts-complaint, .ts-offer, .govuk-error-message', this.root)) old.remove();
    this.root.classList.toggle('ts-theme--error', messages.length > 0);
    const anchor = one('legend', place);
    messages.forEach((message, i) => {
      const line = element('p', 'govuk-error-message ts-complaint', message);
      line.setAttribute('role', 'alert');
      const text = all('textarea', this.root).find((area) => area.name === this.prefix + fields[i]);
      if (text) text.before(line);
      else if (anchor) anchor.after(line);
      else place.prepend(line);
    });
  }

  offer(value) {
    const choice = all('input[type=radio]', this.root).find((input) => input.value === value);
    const name = choice && one('b', choice.parentElement)?.textContent;
    if (!name) return;
    const button = element('button', 'govuk-button govuk-button--secondary ts-offer', `Take ${name} instead`);
    button.type = 'button';
    button.addEventListener('click', () => {
      choice.checked = true;
      choice.focus();
      this.changed(0);
    });
    one('.ts-complaint', this.root).after(button);
  }

  advise(text) {
    let place = one('.ts-advice', this.root);
    if (!text) {
      place?.remove();
      return;
    }
    if (!place) {
      place = element('p', 'ts-advice');
      one('fieldset', this.root).after(place);
    }
    place.textContent = text;
  }
}

const toResult = (address) => ({ text: 'Go to this score sheet', href: `${address.split('/judgements/')[0]}/result` });
const signInAgain = () => ({ text: 'Sign in again', href: `/sign-in?next=${encodeURIComponent(location.pathname)}` });

// Whether this visitor has another token now; every form of the page gets it.
const newToken = async () => {
  const page = await fetch('/account', { redirect: 'error' }).catch(() => null);
  const token = page?.ok && /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1];
  if (!token || token === one('input[name=csrf]')?.value) return false;
  for (const input of all('input[name=csrf]')) input.value = token;
  return true;
};

const showTotals = (answer) => {
  const put = (selector, value) => {
    const place = one(selector);
    if (place && value !== undefined) place.textContent = value;
  };
  put('[data-answered]', answer.answered);
  put('[data-total]', answer.total);
  put('[data-how-far]', answer.how_far);
  put('[data-sentence]', answer.sentence);
  for (const subtotal of answer.subtotals ?? []) put(`[data-subtotal="${Number(subtotal.sheet)}"]`, subtotal.points);
  const bar = one('[data-summary] progress');
  if (bar && answer.answered !== undefined) bar.value = answer.answered;
  const soFar = one('[data-so-far]');
  if (soFar && answer.of !== undefined) soFar.hidden = answer.answered === answer.of;
};

for (const section of all('[data-save]')) {
  const saver = new Saver(section, section.dataset.save, `${section.id}.`);
  const clear = one('.ts-clear button', section);
  clear?.addEventListener('click', (event) => {
    event.preventDefault();
    saver.clear();
    one('input[type=radio]', section)?.focus();
  });
}
for (const form of all('form[data-autosave]'))
  if (!one('[data-save]', form)) new Saver(form, form.dataset.autosave || form.getAttribute('action'), '');

const tryAgain = () => savers.forEach((saver) => saver.waiting && saver.save());
addEventListener('online', tryAgain);
addEventListener('focus', tryAgain);
addEventListener('offline', () => say('You are offline. What you enter is kept in this tab.'));

// ---- Leaving with something unsaved ----

const unsaved = () => [
  ...savers.filter((saver) => saver.dirty || saver.busy).map((saver) => saver.root),
  ...all('form[data-guard=changed]'),
];
addEventListener('submit', (event) => {
  if (event.target.method === 'dialog') return;
  leaving = unsaved().every((part) => event.target.contains(part));
  sending = new URL(event.target.getAttribute('action'), location.href).pathname;
});
addEventListener('click', (event) => {
  if (event.target.closest?.('[data-status] a')) leaving = true;
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
  const count = () => {
    const left = most - [...area.value].length;
    const n = Math.abs(left);
    message.textContent = `You have ${n} ${n === 1 ? 'character' : 'characters'} ${left < 0 ? 'too many' : 'remaining'}`;
    message.classList.toggle('govuk-error-message', left < 0);
  };
  area.addEventListener('input', count);
  count();
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
