// What is typed into any form with a text is kept in the tab until the server has taken it: when the form is left by a
// link, when what was sent did not arrive, and for nobody but who typed it.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { desktop, fits, openWorld, person, phone, signIn, story, test } from './world.mjs';
import { begin, choose, finish, saved, says } from './score_sheet.mjs';

let world;
before(async () => { world = await openWorld(); });
after(async () => { await world?.close(); });

const hereAgain = /^What you typed before is here again, and is not saved yet\./;
const drafts = (page) => page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.includes('draft:')));

// The network is gone while `act` sends something; a browser that hears of it again would send it by itself.
async function withoutNetwork(page, act) {
  await page.route('**/*', (route) => (route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.continue()));
  await act();
  await page.waitForURL(/^chrome-error/);
  await page.unroute('**/*');
}

// Each gives the address of its page; `open` unfolds the form, `complete` enters what else is asked.
const forms = [
  {
    called: 'minutes',
    who: 'Priya Raman',
    size: desktop,
    async begin(page) {
      await page.goto('/eastmere/ideas/meetings');
      await page.fill('#meeting-people', 'Priya, Daniel');
      await page.click('main button:has-text("Begin this meeting")');
      await page.waitForSelector('#minutes');
    },
    field: '#meeting-notes',
    words: '  Half an hour of notes.\nTwo lines of them.  ',
    send: 'Save',
  },
  {
    called: 'a report on a trial',
    who: 'Owen Cadwallader',
    size: phone,
    async begin(page) {
      await page.goto('/eastmere/ideas');
      await page.locator('#ideas a').last().click();
      await page.click('#try summary');
      await page.fill('#trial-place', 'Site, Tuesday');
      await page.click('button:has-text("I’ll try this")');
      await page.click('a:has-text("You try this")');
      await page.waitForSelector('#report-report');
    },
    field: '#report-report',
    words: 'They asked each other first.',
    async complete(page) {
      for (const choice of ['[value=better]', '[value=none]', '[name=again][value=yes]']) await page.check(`input${choice}`);
    },
    send: 'Send the report',
  },
  {
    called: 'a comment',
    who: 'Grace Adeyemi',
    size: phone,
    async begin(page) {
      const { page: own, close } = await story(world, { as: 'Hannah Sorrell' });
      await own.goto('/eastmere/self-assessments');
      await own.click('main td a, main th a');
      await own.click('a:has-text("Share it with a colleague")');
      await own.fill('input[name=email]', person(world, 'Grace Adeyemi').email);
      await own.click('main button:has-text("Share")');
      await own.waitForSelector('li:has-text("The whole score sheet")');
      await close();
      await page.goto('/eastmere');
      await page.click('a:has-text("Hannah Sorrell asks for your comments")');
      await page.waitForSelector('#coaching');
    },
    open: (page) => page.click('#coaching summary'),
    field: '#text-coaching',
    words: 'Seen in your lesson.',
    send: 'Add this comment',
    empty: '#text-boundaries',
  },
  {
    called: 'evidence',
    who: 'Stefan Ilić',
    size: phone,
    begin: (page) => page.goto('/eastmere/evidence/new'),
    field: '#text',
    words: '“I like it”, said one.',
    async complete(page) {
      await page.check('input[name=kind][value=quote]');
      await page.fill('[name=title]', 'What one said');
      await page.fill('[name=about_on]', '2027-01-10');
    },
    send: 'Add it',
  },
  {
    called: 'a target',
    who: 'Fiona Garrick',
    size: desktop,
    async begin(page) {
      await begin(page);
      await finish(page, { every: 'bronze' });
    },
    open: (page) => page.click('#target-coaching summary'),
    field: '#text-coaching',
    words: 'Ask before I tell, each Tuesday.',
    send: 'Set this target',
    empty: null,
  },
  {
    called: 'the reason of a decision',
    who: 'Priya Raman',
    size: phone,
    async begin(page) {
      await page.goto('/eastmere/ideas/waiting');
      await page.locator('main li a').last().click();
      await page.waitForSelector('[name=reason]');
    },
    field: '[name=reason]',
    words: 'Say what changed for learners.',
    complete: (page) => page.check('input[value=send_back]'),
    send: 'Decide',
  },
  {
    called: 'a pasted staff table',
    who: 'Daniel Ashworth',
    size: desktop,
    begin: (page) => page.goto('/eastmere/staff-list/import'),
    field: '[name=text]',
    words: 'name,email\nWren Quill,wren.quill@eastmere.example',
    send: 'Look at what it changes',
  },
];

for (const { called, who, size, begin: start, open = () => {}, field, words, complete = () => {}, send, empty } of forms) {
  test(`${called}: kept when left by a link and when it did not arrive, and gone once it has`, async () => {
    const { page, axe, close } = await story(world, { as: who, size });
    let asked = 0;
    page.on('dialog', (dialog) => { asked += 1; return dialog.accept(); });
    await start(page);
    const form = page.url();
    const opened = await page.inputValue(field);
    await open(page);
    const button = page.locator(`form:has(${field}) button:has-text("${send}")`);
    await page.fill(field, words);
    await complete(page);
    await says(page, /^Not saved yet\. What you typed is kept in this tab\.$/);
    await axe();
    await fits(page);
    await page.click('nav a:has-text("Your work")');
    await page.waitForURL(/eastmere$/);
    assert.equal(asked, 1);

    await page.goto(form);
    await says(page, hereAgain);
    assert.equal(await page.inputValue(field), words);
    assert.ok(await page.isVisible(field));
    if (empty) assert.equal(await page.inputValue(empty), '');
    await axe();
    await fits(page);

    await withoutNetwork(page, () => button.click());
    await page.goto('/');
    await page.waitForURL(/eastmere$/);
    await page.goto(form);
    await says(page, hereAgain);
    assert.equal(await page.inputValue(field), words);
    await page.click('button:has-text("Clear it")');
    assert.equal(await page.inputValue(field), opened);
    assert.deepEqual(await drafts(page), []);
    assert.equal(asked, 1);

    await page.fill(field, words);
    await complete(page);
    await button.click();
    await page.waitForFunction(() => !Object.keys(sessionStorage).some((name) => name.includes('draft:')));
    await page.goto(form);
    assert.equal(await page.locator('[data-status]').count(), 0);
    assert.equal(asked, 1);
    await close();
  });
}

test('a version of one’s own that was left is here again, with the room for a second theme', async () => {
  const { page, axe, close } = await story(world, { as: 'quality manager', size: desktop });
  page.on('dialog', (dialog) => dialog.accept());
  const form = '/eastmere/standards/personal-tutoring@1.0/own-version';
  await page.goto(form);
  await page.fill('input[name="rows.1.title"]', 'Tutoring online');
  await page.click('button:has-text("Room for another theme")');
  await page.waitForSelector('input[name="rows.2.title"]');
  await says(page, /^Not saved yet/);
  await page.fill('textarea[name="rows.2.guidance"]', 'In the workshop.');
  await page.click('nav a:has-text("Your work")');
  await page.waitForURL(/eastmere$/);
  await page.goto(form);
  await says(page, hereAgain);
  assert.equal(await page.inputValue('input[name="rows.1.title"]'), 'Tutoring online');
  assert.equal(await page.inputValue('textarea[name="rows.2.guidance"]'), 'In the workshop.');
  await axe();
  await page.click('button:has-text("Fit these to the points")');
  await page.waitForFunction(() => document.querySelector('input[name="bands.person.platinum.to"]').value === '120');
  assert.equal(await page.inputValue('textarea[name="rows.2.guidance"]'), 'In the workshop.');
  await page.click('button:has-text("Publish our own version")');
  await page.waitForSelector('.govuk-error-summary');
  await page.fill('textarea[name="rows.2.guidance"]', 'In the workshop, and after it.');
  await page.reload();
  assert.equal(await page.inputValue('textarea[name="rows.2.guidance"]'), 'In the workshop, and after it.');
  await close();
});

test('an idea that did not arrive is here again by an address and by going back, and is sent once', async () => {
  const { page, close } = await story(world, { as: 'Stefan Ilić', size: phone });
  page.on('dialog', (dialog) => dialog.accept());
  const lost = async (words) => {
    await page.goto('/eastmere/ideas');
    await page.click('a:has-text("Record something that works")');
    await page.waitForSelector('[name=did]');
    await page.fill('[name=did]', words);
    await page.fill('[name=changed]', 'They stay.');
    await page.fill('[name=place]', 'Room 3');
    await page.check('[name=source] >> nth=0');
    await withoutNetwork(page, () => page.click('button:has-text("Send it")'));
  };
  await lost('Stood at the door.');
  await page.goto('/eastmere/ideas/new');
  await says(page, hereAgain);
  assert.equal(await page.inputValue('[name=did]'), 'Stood at the door.');
  await page.click('button:has-text("Clear it")');
  await lost('Stood at the window.');
  await page.goBack();
  await page.waitForSelector('[name=did]');
  assert.equal(await page.inputValue('[name=did]'), 'Stood at the window.');
  await page.goto('/');
  await page.goto('/eastmere/ideas/new');
  await says(page, hereAgain);
  assert.equal(await page.inputValue('[name=did]'), 'Stood at the window.');
  await page.click('button:has-text("Send it")');
  await page.waitForSelector('h1:has-text("Stood at the window")');
  assert.deepEqual(await drafts(page), []);
  await page.goto('/eastmere/ideas/new');
  assert.equal(await page.inputValue('[name=did]'), '');
  await lost('Stood in the yard.');
  await page.reload();
  await page.waitForSelector('h1:has-text("Stood in the yard")');
  assert.deepEqual(await drafts(page), []);
  await close();
});

test('a score sheet that was sent without a network keeps what was not saved', async () => {
  const { page, close } = await story(world, { as: 'Marcus Bright', size: phone });
  page.on('dialog', (dialog) => dialog.accept());
  const sheet = await begin(page);
  await withoutNetwork(page, async () => {
    await choose(page, 'coaching', 'gold');
    await says(page, /^You are offline/);
    await page.click('button:has-text("Save and come back later")');
  });
  await page.goto('/');
  await page.goto(sheet);
  await saved(page);
  await page.reload();
  assert.ok(await page.isChecked('input[name="coaching.level"][value=gold]'));
  await close();
});

test('what one person typed is gone from the tab on the first page of another', async () => {
  const { page, close } = await story(world, { as: 'Ella Thornbury' });
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto('/eastmere/evidence/new');
  await page.fill('#text', 'Said in confidence.');
  await page.context().clearCookies();
  await signIn(page, person(world, 'Mei-Ling Fong'));
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify(sessionStorage)), /confidence/);
  await page.goto('/eastmere/evidence/new');
  assert.equal(await page.inputValue('#text'), '');
  await close();
});

test('what is said about a draft stands in the letters of the page', async () => {
  const { page, close } = await story(world, { as: 'Ella Thornbury', size: phone });
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto('/eastmere/evidence/new');
  await page.fill('#text', 'Said.');
  await says(page, /^Not saved yet/);
  assert.match(await page.evaluate(() => getComputedStyle(document.querySelector('[data-status]')).fontFamily), /^arial/i);
  await close();
});
