// What is not saved says so until it is: in the bar of a score sheet, whatever is saved beside it, and on leaving.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { desktop, fits, openWorld, person, phone, story, test } from './world.mjs';
import { answer, begin, choose, fold, saved, says, untickSilver } from './score_sheet.mjs';

let world;
before(async () => { world = await openWorld(); });
after(async () => { await world?.close(); });

// How often one is asked on leaving; the answer is always to go.
function askedOnLeaving(page) {
  const asked = { times: 0 };
  page.on('dialog', (dialog) => {
    asked.times += 1;
    return dialog.accept();
  });
  return asked;
}

async function signOutElsewhere(page) {
  const other = await page.context().newPage();
  await other.goto('/account');
  await other.click('button:has-text("Sign out") >> nth=0');
  await other.waitForURL(/sign-in/);
  await other.close();
}

const bar = (page) => page.textContent('[data-status]');

// The colours of the counter below a note and of the line around it.
const coloursOfNote = (page, theme) => page.evaluate((id) => {
  const part = document.getElementById(id);
  const style = (selector) => getComputedStyle(part.querySelector(selector));
  return { counter: style('.govuk-character-count__message').color, line: style('textarea').borderTopColor };
}, theme);

for (const [called, who, size] of [['on a phone', 'Rajesh Iyer', phone], ['on a desktop', 'Chipo Moyo', desktop]]) {
  test(`a note that is not saved stays in the bar, whatever else is saved, until it is, ${called}`, async () => {
    const { page, axe, close } = await story(world, { as: who, size });
    const asked = askedOnLeaving(page);
    await begin(page);
    await fold(page, 'boundaries', 'Note to yourself');
    assert.match(await page.textContent('#boundaries details .govuk-character-count__message'), /2,?000 characters/);
    const note = page.locator('textarea[name="boundaries.note"]');
    const grey = await coloursOfNote(page, 'boundaries');
    await note.fill('x'.repeat(2403));
    await note.blur();
    await says(page, /^Not saved: The note on “Boundaries”/);
    assert.match(await page.textContent('#boundaries .govuk-character-count__message'), /403 characters too many/);
    const red = await coloursOfNote(page, 'boundaries');
    assert.equal(red.counter, red.line, 'a counter beyond its limit is as red as the line around the note');
    assert.notEqual(red.counter, grey.counter);
    assert.notEqual(red.line, grey.line);
    const kept = page.waitForResponse(/judgements\/coaching/);
    await choose(page, 'coaching', 'silver');
    await kept;
    await page.locator('[data-answered]', { hasText: /^1$/ }).waitFor();
    assert.match(await bar(page), /^Not saved: The note on “Boundaries” .* Go to Boundaries$/);
    await axe();
    await fits(page);
    await page.click('[data-status] a:has-text("Go to Boundaries")');
    await page.waitForFunction(() => document.activeElement?.name === 'boundaries.note');
    await page.click('a:has-text("Your work")');
    await page.waitForURL(/eastmere$/);
    assert.equal(asked.times, 1);
    await begin(page);
    await says(page, /^Not saved: The note on “Boundaries”/);
    await page.fill('textarea[name="boundaries.note"]', 'Short.');
    assert.deepEqual(await coloursOfNote(page, 'boundaries'), grey);
    await saved(page);
    await page.click('a:has-text("Your work")');
    await page.waitForURL(/eastmere$/);
    assert.equal(asked.times, 1);
    await close();
  });
}

test('C-7: an untick that is not saved stays in the bar with the theme and the level to take instead', async () => {
  const { page, axe, close } = await story(world, { as: 'Leila Hosseini', size: phone });
  const sheet = await begin(page);
  await choose(page, 'core-values', 'gold');
  await saved(page);
  await untickSilver(page);
  await says(page, /^Not saved: Core values\. Gold includes .* Take Bronze instead Go to Core values$/);
  await choose(page, 'coaching', 'silver');
  await page.locator('[data-answered]', { hasText: /^2$/ }).waitFor();
  assert.match(await bar(page), /^Not saved: Core values\./);
  await axe();
  await fits(page);
  await page.click('[data-status] button:has-text("Take Bronze instead")');
  await saved(page);
  await page.goto(sheet);
  assert.equal(await answer(page, 'core-values'), 'bronze');
  await close();
});

test('what a refused sheet complained of at its top goes when it is mended below', async () => {
  const { page, close } = await story(world, { as: 'Owen Cadwallader', size: phone });
  askedOnLeaving(page);
  await begin(page);
  await choose(page, 'core-values', 'gold');
  await saved(page);
  await untickSilver(page);
  await page.click('button:has-text("Finish and see what it adds up to")');
  await page.waitForSelector('.govuk-error-summary');
  await choose(page, 'core-values', 'bronze');
  await saved(page);
  assert.equal(await page.locator('.govuk-error-summary').count(), 0);
  assert.doesNotMatch(await page.title(), /^Error/);
  await close();
});

for (const [called, size] of [['on a phone', phone], ['on a desktop', desktop]]) {
  test(`signed out while writing: one press on “Sign in again” is enough, ${called}`, async () => {
    const who = size === phone ? 'Marcus Bright' : 'Hannah Sorrell';
    const { page, close } = await story(world, { as: who, size });
    askedOnLeaving(page);
    await begin(page);
    await signOutElsewhere(page);
    await fold(page, 'coaching', 'Note to yourself');
    const note = page.locator('textarea[name="coaching.note"]');
    await note.pressSequentially('Asked more');
    await says(page, /^You are signed out/);
    await note.pressSequentially(', told less.');
    assert.match(await bar(page), /^You are signed out.* Sign in again$/);
    const { x, y, width, height } = await page.locator('[data-status] a').boundingBox();
    await page.mouse.click(x + width / 2, y + height / 2);
    await page.waitForURL(/sign-in/);
    const { email, password } = person(world, who);
    await page.fill('input[name=email]', email);
    await page.fill('input[name=password]', password);
    await page.click('main button[type=submit]');
    await page.waitForURL(/self-assessments\//);
    assert.equal(await page.inputValue('textarea[name="coaching.note"]'), 'Asked more, told less.');
    await saved(page);
    await close();
  });
}

for (const [called, size] of [['on a phone', phone], ['on a desktop', desktop]]) {
  test(`leaders who leave their judgement unsaved are asked, and find it again in the tab, ${called}`, async () => {
    const { page, axe, close } = await story(world, { as: 'Margaret Okonjo', size });
    const asked = askedOnLeaving(page);
    await page.goto('/eastmere/institution');
    await page.click('a:has-text("Judge the college")');
    const judging = page.url();
    await page.click('input[name="coaching.level"][value=silver]');
    await page.fill('textarea[name="coaching.note"]', 'Eight lessons, <seven> with coaching.');
    await page.fill('textarea[name=panel]', 'Margaret Okonjo');
    await says(page, /^Not saved yet/);
    await axe();
    await fits(page);
    await page.click('nav a:has-text("The college")');
    await page.waitForURL(/institution/);
    assert.equal(asked.times, 1);
    await page.goto(judging);
    await says(page, /^What you typed before is here again, and is not saved yet\. Clear it$/);
    assert.equal(await page.inputValue('textarea[name="coaching.note"]'), 'Eight lessons, <seven> with coaching.');
    assert.equal(await page.inputValue('textarea[name=panel]'), 'Margaret Okonjo');
    assert.ok(await page.isChecked('input[name="coaching.level"][value=silver]'));
    await axe();
    await page.click('button:has-text("Clear it")');
    await page.waitForFunction(() => document.querySelector('textarea[name=panel]')?.value === '');
    assert.equal(asked.times, 1);
    await page.fill('textarea[name="coaching.note"]', 'Eight lessons.');
    await page.click('button:has-text("Save and come back later")');
    await page.waitForURL((url) => url.href !== judging);
    assert.equal(asked.times, 1);
    await page.goto(judging);
    assert.equal(await page.locator('[data-status]').count(), 0);
    await page.fill('textarea[name="coaching.note"]', '');
    await page.click('button:has-text("Save and come back later")');
    await page.waitForURL((url) => url.href !== judging);
    await close();
  });
}

test('an idea that is left unsent is asked about, comes back for its writer, and goes with signing out', async () => {
  const { page, axe, close } = await story(world, { as: 'Ella Thornbury', size: phone });
  const asked = askedOnLeaving(page);
  await page.goto('/eastmere/ideas/new');
  await page.fill('[name=did]', 'Stood at the door.');
  await page.click('summary:has-text("Say more")');
  await page.fill('[name=subject]', 'Plumbing');
  await page.click('a:has-text("Your work")');
  await page.waitForURL(/eastmere$/);
  assert.equal(asked.times, 1);
  await page.goto('/eastmere/ideas/new');
  await says(page, /is here again, and is not saved yet\. Choose its files again\./);
  assert.equal(await page.inputValue('[name=did]'), 'Stood at the door.');
  assert.ok(await page.isVisible('[name=subject]'));
  await axe();
  await fits(page);
  await page.click('button:has-text("Sign out")');
  await page.waitForURL(/sign-in/);
  assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), []);
  await close();
});

test('what was typed into a form of one’s own is not shown to whoever signs in next in that tab', async () => {
  const { page, close } = await story(world, { as: 'Ella Thornbury' });
  askedOnLeaving(page);
  await page.goto('/eastmere/ideas/new');
  await page.fill('[name=did]', 'Stood at the door.');
  await page.context().clearCookies();
  await page.goto('/sign-in');
  const { email, password } = person(world, 'Mei-Ling Fong');
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await Promise.all([page.waitForURL((url) => url.pathname !== '/sign-in'), page.click('main button[type=submit]')]);
  await page.goto('/eastmere/ideas/new');
  assert.equal(await page.inputValue('[name=did]'), '');
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify(sessionStorage)), /door/);
  await close();
});

for (const [called, setting] of [['on a phone', { size: phone }], ['without scripting', { size: phone, scripting: false }]]) {
  test(`signed out meanwhile in another window, a form says so first and saves what was typed, ${called}`, async () => {
    const who = 'Margaret Okonjo';
    const { page, axe, close } = await story(world, { as: who, ...setting });
    if (setting.scripting !== false) askedOnLeaving(page);
    await page.goto('/eastmere/institution/judgement');
    await page.fill('textarea[name=panel]', 'Margaret Okonjo\nPriya Raman');
    await signOutElsewhere(page);
    await page.click('button:has-text("Save and come back later")');
    await page.waitForSelector('h1:has-text("You are signed out")');
    assert.match(await page.textContent('main'), /Sign in to save what you typed\./);
    assert.doesNotMatch(await page.textContent('main'), /out of date|start page/);
    await axe();
    await fits(page);
    await page.click('button:has-text("Sign in to save it")');
    await page.waitForURL(/sign-in/);
    const { email, password } = person(world, who);
    await page.fill('input[name=email]', email);
    await page.fill('input[name=password]', password);
    await page.click('main button[type=submit]');
    await page.click('button:has-text("Save what you typed")');
    await page.waitForSelector('h1:has-text("The college")');
    await page.goto('/eastmere/institution/judgement');
    assert.equal(await page.inputValue('textarea[name=panel]'), 'Margaret Okonjo, Priya Raman');
    await page.fill('textarea[name=panel]', '');
    await page.click('button:has-text("Save and come back later")');
    await page.waitForSelector('h1:has-text("The college")');
    await close();
  });
}
