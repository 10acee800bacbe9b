// ---- What is saved by itself ----

const savers = [];
let whenSaved = 'Saved';

// What stands in the way of a saver is said until that one is saved, whatever becomes of the others: first what keeps
// everything from being saved, then what is wrong with one.
const report = () => {
  const troubled = savers.filter((saver) => saver.trouble);
  const worst = troubled.find((saver) => saver.waiting) ?? troubled[0];
  if (worst) {
    const more = worst.waiting ? 0 : troubled.length - 1;
    const others = more ? ` ${more} more ${more === 1 ? 'is' : 'are'} not saved.` : '';
    say(worst.trouble.text + others, worst.trouble.ways);
  } else if (savers.some((saver) => saver.busy)) say('Saving …');
  else say(savers.some((saver) => saver.dirty) ? 'Not saved yet' : whenSaved);
};

// Enters what was kept, pairs of name and value.
const fill = (inputs, kept, prefix = '') => {
  for (const input of inputs) {
    const values = kept.filter((pair) => prefix + pair[0] === input.name).map((pair) => pair[1]);
    if (/^(radio|checkbox)$/.test(input.type)) input.checked = values.includes(input.value);
    else if (values.length) [input.value] = values;
  }
};

// What was entered, without what the page counts.
const told = (pairs) => JSON.stringify(pairs.filter(([name, value]) => name !== 'version' && value !== ''));

// One thing that is saved by itself: a theme of a score sheet, or a whole form. `root` holds its inputs, `prefix` is what
// their names begin with on the page and not in what is sent.
class Saver {
  constructor(root, address, prefix) {
    Object.assign(this, { root, address, prefix, dirty: false, busy: false, clearing: false, trouble: null });
    root.addEventListener('change', (event) => {
      if (!this.isSaved()) this.changed(event.target.type === 'radio' ? 0 : 600);
    });
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
    report();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), delay);
  }

  // A text is said to be changed once more when it is left.
  isSaved() {
    return !this.dirty && !this.busy && !this.trouble && this.savedAs === told(this.fields());
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
    report();
    try {
      await this.answered(await this.post(sent), sent);
    } catch {
      this.keep(sent, 'You are offline. What you entered is kept in this tab and will be saved when you are back.');
    }
    this.busy = false;
    report();
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
    this.waiting = false;
    this.trouble = null;
    if (response.ok) this.saved(answer, sent);
    else if (response.status === 409 && answer.clashes) this.clash();
    else if (response.status === 409) this.trouble = { text: `Not saved: ${answer.detail}`, ways: [toResult(this.address)] };
    else if (response.status === 422) this.refused(answer);
    else if (response.status === 401 || response.status === 403)
      this.keep(sent, 'You are signed out. What you entered is kept in this tab.', signInAgain());
    else this.keep(sent, 'That could not be saved just now. It is kept in this tab and tried again.');
  }

  saved(answer, sent) {
    this.savedAs = told(sent);
    this.complain([]);
    this.forgetSummary();
    const version = this.inputs().find((input) => input.name === `${this.prefix}version`);
    if (version && answer.version !== undefined) version.value = answer.version;
    if (this.dirty) memory.keep(this.address, this.fields());
    else memory.forget(this.address);
    whenSaved = answer.saved_at ? `Saved ${answer.saved_at}` : 'Saved';
    this.advise(answer.advice ?? '');
    showTotals(answer);
  }

  keep(sent, sentence, link = null) {
    this.waiting = true;
    const kept = memory.keep(this.address, this.dirty ? this.fields() : sent);
    this.dirty = true;
    this.trouble = kept
      ? { text: sentence, ways: link ? [link] : [] }
      : { text: 'Not saved, and this browser keeps nothing: leave this page open.', ways: [] };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), 15000);
  }

  restore() {
    const kept = memory.recall(this.address);
    if (!kept) return;
    if (this.wasSaved(kept)) return void memory.forget(this.address);
    fill(this.inputs(), kept, this.prefix);
    this.changed(500);
    say('What was not saved before is here again, and is being saved.');
  }

  // The same stands on the page, under a later version.
  wasSaved(kept) {
    const now = this.fields();
    const version = (pairs) => pairs.find(([name]) => name === 'version')?.[1];
    return told(kept) === told(now) && version(kept) !== version(now);
  }

  clash() {
    this.complain(['You changed this in another window or on another device since. ']);
    one('.ts-complaint', this.root).append(element('button', 'ts-plain-button', 'See both and choose'));
    this.trouble = { text: this.notSaved('It was changed elsewhere.'), ways: [this.wayThere()] };
  }

  refused(answer) {
    const complaints = answer.complaints ?? [{ message: answer.detail ?? 'This could not be saved.' }];
    this.complain(complaints.map((complaint) => complaint.message), complaints.map((complaint) => complaint.field));
    const offer = answer.offered && this.offer(answer.offered);
    this.trouble = {
      text: this.notSaved(complaints[0]?.message ?? answer.detail),
      ways: offer ? [offer, this.wayThere()] : [this.wayThere()],
    };
  }

  get title() {
    return one('.ts-theme__title', this.root)?.firstChild.textContent.trim() ?? '';
  }

  notSaved(why) {
    return !this.title || why.includes(this.title) ? `Not saved: ${why}` : `Not saved: ${this.title}. ${why}`;
  }

  // To the first thing of this one that is complained of.
  wayThere() {
    const press = (event) => {
      event.preventDefault();
      const complaint = one('.ts-complaint', this.root);
      const fold = complaint?.closest('details');
      if (fold) fold.open = true;
      const text = fold && one('textarea', fold);
      (text || one('input[type=radio]:checked, input[type=radio]', this.root) || this.root).focus({ preventScroll: true });
      (complaint ?? this.root).scrollIntoView({ block: 'center' });
    };
    return { text: this.title ? `Go to ${this.title}` : 'Go there', href: `#${this.root.id}`, press };
  }

  // What a page that came back complained of about this one is mended.
  forgetSummary() {
    const summary = one('.govuk-error-summary');
    if (!summary) return;
    for (const link of all('.govuk-error-summary__list a', summary)) {
      const about = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (about && this.root.contains(about)) link.closest('li').remove();
    }
    if (one('.govuk-error-summary__list li', summary)) return;
    summary.remove();
    document.title = document.title.replace(/^Error: /, '');
  }

  // What is wrong with a text stands above that text, everything else above the choices.
  complain(messages, fields = []) {
    const place = one('fieldset', this.root) ?? this.root;
    const errors = '.ts-complaint, .ts-offer, .govuk-error-message:not(.govuk-character-count__message)';
    for (const old of all(errors, this.root)) old.remove();
    this.root.classList.toggle('ts-theme--error', messages.length > 0);
    const anchor = one('legend', place);
    messages.forEach((message, i) => {
      const line = element('p', 'govuk-error-message ts-complaint', message);
      line.setAttribute('role', 'alert');
      const text = all('textarea', this.root).find((area) => area.name === this.prefix + fields[i]);
      const fold = text?.closest('details');
      if (fold) fold.open = true;
      if (text) text.before(line);
      else if (anchor) anchor.after(line);
      else place.prepend(line);
    });
  }

  offer(value) {
    const choice = all('input[type=radio]', this.root).find((input) => input.value === value);
    const name = choice && one('b', choice.parentElement)?.textContent;
    if (!name) return null;
    const take = {
      text: `Take ${name} instead`,
      press: () => {
        choice.checked = true;
        choice.focus();
        this.changed(0);
      },
    };
    const button = element('button', 'govuk-button govuk-button--secondary ts-offer', take.text);
    button.type = 'button';
    button.addEventListener('click', take.press);
    one('.ts-complaint', this.root).after(button);
    return take;
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
