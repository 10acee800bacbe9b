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
    (one('form[data-autosave], form[data-draft]') ?? body).prepend(place);
  }
  return place;
};
// After the text come links, {text, href}, and buttons, {text, press}. What is said already stays as it is: a finger
// may be on one of its links.
let saying = '';
const say = (text, ways = []) => {
  const place = status();
  const whole = [text, ...ways.map((way) => `${way.text} ${way.href ?? ''}`)].join('|');
  if (saying === whole) return;
  saying = whole;
  place.textContent = text;
  for (const way of ways) {
    const made = element(way.href ? 'a' : 'button', way.href ? 'govuk-link' : 'ts-plain-button', way.text);
    if (way.href) made.href = way.href;
    else made.type = 'button';
    if (way.press) made.addEventListener('click', way.press);
    place.append(' ', made);
  }
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

const formAddress = (form) => new URL(form.getAttribute('action') ?? '', document.baseURI).pathname;

// Where a form of this page is being sent, and whether that leaves nothing behind.
let sending = null;
let leaving = false;
addEventListener('pagehide', () => sending && memory.keep('sent', sending));

// It has arrived when its answer leads on: not to the sign-in page, and not to where it was sent. Who signs out wants
// nothing kept.
const sent = memory.recall('sent');
memory.forget('sent');
if (['/sign-out', '/account/sign-outs'].includes(sent)) memory.forgetAllUnder('');
else if (sent && sent !== location.pathname && !/^\/sign-in\b/.test(location.pathname)) {
  memory.forgetAllUnder(sent);
  memory.forget(`draft:${sent}`);
}
