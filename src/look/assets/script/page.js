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

// Where something is told of what is on the page: of one form, if it is given.
const status = (form) => {
  let place = one('[data-status]', form ?? document);
  if (!place) {
    place = element('p', 'ts-saved ts-saved--alone');
    place.setAttribute('role', 'status');
    place.dataset.status = '';
    (form ?? one('form[data-autosave]') ?? body).prepend(place);
  }
  return place;
};
// After the text come links, {text, href}, and buttons, {text, press}. What is said already stays as it is: a finger
// may be on one of its links.
const saying = new WeakMap();
const say = (text, ways = [], form = null) => {
  const place = status(form);
  const whole = [text, ...ways.map((way) => `${way.text} ${way.href ?? ''}`)].join('|');
  if (saying.get(place) === whole) return;
  saying.set(place, whole);
  place.textContent = text;
  for (const way of ways) {
    const made = element(way.href ? 'a' : 'button', way.href ? 'govuk-link' : 'ts-plain-button', way.text);
    if (way.href) made.href = way.href;
    else made.type = 'button';
    if (way.press) made.addEventListener('click', way.press);
    place.append(' ', made);
  }
};

// Who is signed in; empty: nobody.
const whose = body.dataset.visitor ?? '';

// What was entered and is not known to be saved, by the address that it is sent to, and who entered it. It lasts as
// long as the tab.
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
    return stored((store) => {
      if (whose) store.setItem(`${this.prefix}whose`, JSON.stringify(whose));
      store.setItem(this.prefix + address, JSON.stringify(what));
      return true;
    });
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

// Where somebody else is signed in than who entered it, nothing of it is left.
if (whose && memory.recall('whose') !== whose) memory.forgetAllUnder('');

const formAddress = (form) => new URL(form.getAttribute('action') ?? '', document.baseURI).pathname;
const texts = (form) => all('textarea:not([readonly])', form);
// Under which a draft is kept. Of a form without a text, one that sends again what was typed elsewhere: the beginning
// of the names of all drafts for its address.
const draftName = (form) => `draft:${formAddress(form)}#${texts(form).slice(0, 1).map(({ id }) => `${id}#`).join('')}`;

// The form of this page that is being sent, and whether that leaves nothing behind.
let sending = null;
let leaving = false;
addEventListener('pagehide', () => (sending ? memory.keep('sent', sending) : memory.forget('sent')));
addEventListener('pageshow', ({ persisted }) => {
  leaving = false;
  if (!persisted) return;
  sending = null;
  memory.forget('sent');
});

// The form that was sent before this page came, {to, from, draft}. The server has answered when one was led here from
// where it was sent: not where its page never came, and one goes on by an address or goes back. Who signs out wants
// nothing kept.
const sent = memory.recall('sent');
memory.forget('sent');
const { type: cameBy, redirectCount: turns } = performance.getEntriesByType('navigation')[0];
const isAnswer =
  sent && cameBy !== 'back_forward' && document.referrer && new URL(document.referrer).pathname === sent.from;
// It has arrived when the answer leads on, and not to the sign-in page. An answer that does not shows what was typed.
const hasArrived = isAnswer && turns > 0 && !/^\/sign-in\b/.test(location.pathname);
const shownAgain = isAnswer && turns === 0 && location.pathname === sent.to ? sent.draft : null;
if (['/sign-out', '/account/sign-outs'].includes(sent?.to)) memory.forgetAllUnder('');
else if (hasArrived) {
  memory.forgetAllUnder(sent.to);
  memory.forgetAllUnder(sent.draft);
}
