// ---- Forms that are sent whole ----

// What is typed into a form with data-draft is kept in this tab until it has arrived or somebody signs out, and comes
// back for the person whom data-draft names and nobody else. Files do not.
class Draft {
  constructor(form) {
    Object.assign(this, { form, key: `draft:${formAddress(form)}`, whose: form.dataset.draft });
    // A page that answers what was sent shows that already, with later versions in its hidden fields.
    if (one('.govuk-error-summary')) this.keep();
    else this.restore();
    form.addEventListener('input', () => this.keep());
    addEventListener('pageshow', (event) => {
      if (event.persisted && !memory.recall(this.key)) delete form.dataset.guard; // It has arrived.
    });
  }

  inputs() {
    const inputs = all('input:not([type=file]), textarea, select', this.form);
    return inputs.filter((input) => input.name && input.name !== 'csrf');
  }

  fields(inputs = this.inputs()) {
    const chosen = (input) => input.checked || !/^(radio|checkbox)$/.test(input.type);
    return inputs.filter(chosen).map((input) => [input.name, input.value]);
  }

  keep() {
    this.form.dataset.guard = 'changed';
    sending = null;
    leaving = false;
    const kept = memory.keep(this.key, { whose: this.whose, fields: this.fields() });
    say(kept ? 'Not saved yet. What you typed is kept in this tab.' : 'Not saved yet.');
  }

  restore() {
    const kept = memory.recall(this.key);
    if (!kept) return;
    const seen = this.inputs().filter((input) => input.type !== 'hidden');
    const before = JSON.stringify(this.fields(seen));
    const hidden = this.fields(this.inputs().filter((input) => input.type === 'hidden'));
    if (kept.whose === this.whose) fill(this.inputs(), kept.fields);
    if (JSON.stringify(this.fields(seen)) === before) {
      fill(this.inputs().filter((input) => input.type === 'hidden'), hidden);
      memory.forget(this.key); // Somebody else's, or on the page already.
      return;
    }
    const differs = (input) => input.value !== input.defaultValue || input.checked !== input.defaultChecked;
    for (const fold of all('details', this.form)) if (all('input, textarea', fold).some(differs)) fold.open = true;
    this.form.dataset.guard = 'changed';
    const files = one('input[type=file]', this.form) ? ' Choose its files again.' : '';
    say(`What you typed before is here again, and is not saved yet.${files}`, [
      { text: 'Clear it', press: () => this.clear() },
    ]);
  }

  clear() {
    memory.forget(this.key);
    leaving = true;
    location.assign(location.pathname + location.search);
  }
}

for (const form of all('form[data-draft]')) new Draft(form);
