// ---- Forms that are sent whole ----

// What is typed into a form with a text of more than a line is kept in this tab until the server has taken it or
// somebody signs out, and comes back when the form is opened again. Files and passwords do not. Of somebody without
// an account nothing is kept, since nobody could say whose it is: they are asked before they leave.
class Draft {
  constructor(form) {
    Object.assign(this, { form, name: draftName(form) });
    this.hidden = this.fields('input[type=hidden]');
    this.shown = this.typed(true);
    if (shownAgain === this.name) this.goOn();
    else if (whose) this.restore();
    form.addEventListener('input', () => this.keep());
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted && whose && !memory.recall(this.name)) this.rest(); // It has arrived.
    });
  }

  inputs(kind = 'input:not([type=file], [type=password]), textarea, select') {
    return all(kind, this.form).filter((input) => input.name && input.name !== 'csrf');
  }

  // `came`: as the page had them; the browser itself may have brought back what was typed.
  fields(kind, came = false) {
    const chosen = (input) => !/^(radio|checkbox)$/.test(input.type) || (came ? input.defaultChecked : input.checked);
    const value = (input) => {
      if (!came) return input.value;
      const options = [...(input.options ?? [])];
      return options.length ? (options.find((option) => option.defaultSelected) ?? options[0]).value : input.defaultValue;
    };
    return this.inputs(kind).filter(chosen).map((input) => [input.name, value(input)]);
  }

  // What can be seen of it.
  typed(came) {
    return JSON.stringify(this.fields('input:not([type=hidden], [type=file], [type=password]), textarea, select', came));
  }

  files() {
    return all('input[type=file]', this.form);
  }

  say(text, ways) {
    say(text, ways, this.form);
  }

  // A page that answers what was sent shows that already, with later versions in its hidden fields.
  goOn() {
    memory.forget(this.name);
    this.shown = null;
    if (texts(this.form).some((area) => area.value)) this.keep();
  }

  keep() {
    sending = null;
    leaving = false;
    if (this.typed() === this.shown && !this.files().some(({ files }) => files.length)) return this.rest();
    this.form.dataset.guard = 'changed';
    if (!whose) return undefined;
    const kept = memory.keep(this.name, { fields: this.fields(), again: this.form.dataset.again });
    return this.say(kept ? 'Not saved yet. What you typed is kept in this tab.' : 'Not saved yet.');
  }

  // There is nothing to be saved.
  rest() {
    memory.forget(this.name);
    delete this.form.dataset.guard;
    if (one('[data-status]', this.form)) this.say('');
  }

  restore() {
    const kept = memory.recall(this.name);
    if (!kept) return undefined;
    if (this.lacks(kept)) return location.replace(kept.again);
    fill(this.inputs(), kept.fields);
    if (this.typed() === this.shown) return this.clear(); // It is on the page already.
    const differs = (input) => input.value !== input.defaultValue || input.checked !== input.defaultChecked;
    for (const fold of all('details', this.form)) if (all('input, textarea', fold).some(differs)) fold.open = true;
    for (let fold = this.form.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    this.form.dataset.guard = 'changed';
    const files = this.files().length ? ' Choose its files again.' : '';
    const clear = () => {
      this.clear();
      texts(this.form)[0].focus();
    };
    return this.say(`What you typed before is here again, and is not saved yet.${files}`, [{ text: 'Clear it', press: clear }]);
  }

  // Questions of this form that became more by a press stand at another address.
  lacks({ fields, again }) {
    if (!again || again === location.pathname + location.search) return false;
    const names = new Set(this.inputs().map(({ name }) => name));
    return fields.some(([name]) => !names.has(name));
  }

  // As the page came.
  clear() {
    this.form.reset();
    fill(this.inputs('input[type=hidden]'), this.hidden);
    this.rest();
    this.form.dispatchEvent(new Event('change', { bubbles: true })); // What stands below a choice goes with it.
  }
}

for (const form of all('form[method=post]:not([data-autosave])')) if (texts(form).length) new Draft(form);
