// What was entered is never lost: not when one is signed out meanwhile, not by loading again, not by a text too long.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { openWorld, person, phone, signIn, story, test } from './world.mjs';
import { answer, begin, choose, fold, saved, says } from './score_sheet.mjs';

let world;
before(async () => { world = await openWorld(); });
after(async () => { await world?.close(); });

// On another device of the same person.
async function signOutEverywhere(who) {
  const { page, close } = await story(world, { as: who });
  await page.goto('/account');
  await page.click('main button:has-text("Sign out everywhere")');
  await page.waitForURL(/sign-in/);
  await close();
}

async function signInHere(page, who) {
  const { email, password } = person(world, who);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await Promise.all([page.waitForURL((url) => url.pathname !== '/sign-in'), page.click('main button[type=submit]')]);
}

test('signed out meanwhile: the way back in leads to the sheet, and what was chosen is there and is saved', async () => {
  const who = 'Hannah Sorrell';
  const { page, close } = await story(world, { as: who, size: phone });
  const sheet = await begin(page);
  await signOutEverywhere(who);
  await choose(page, 'observation', 'silver');
  await says(page, /^You are signed out\. What you entered is kept in this tab\. Sign in again$/);
  await page.click('[data-status] a');
  await signInHere(page, who);
  assert.equal(new URL(page.url()).pathname, sheet);
  assert.equal(await answer(page, 'observation'), 'silver');
  await saved(page);
  await close();
});

test('signed out meanwhile and signed in again in another window: this one saves, and its buttons work', async () => {
  const who = 'Marcus Bright';
  const { page, close } = await story(world, { as: who });
  const sheet = await begin(page);
  await signOutEverywhere(who);
  await choose(page, 'observation', 'silver');
  await says(page, /^You are signed out/);
  const other = await page.context().newPage();
  await signIn(other, person(world, who));
  await choose(page, 'coaching', 'gold');
  await saved(page);
  await page.click('button:has-text("Save and come back later")');
  await page.waitForURL(/self-assessments$/);
  await page.goto(sheet);
  assert.deepEqual([await answer(page, 'observation'), await answer(page, 'coaching')], ['silver', 'gold']);
  await close();
});

for (const [called, who, scripting] of [['by script', 'Leila Hosseini', true], ['without scripting', 'Mei-Ling Fong', false]]) {
  test(`signed out meanwhile and pressed at once, ${called}: one button after signing in saves what was chosen`, async () => {
    const { page, axe, close } = await story(world, { as: who, size: phone, scripting });
    const sheet = await begin(page);
    await signOutEverywhere(who);
    await page.route('**/judgements/*', (route) => route.abort('internetdisconnected'));
    await choose(page, 'observation', 'silver');
    await page.click('button:has-text("Save and come back later")');
    await page.waitForURL(/sign-in/);
    await page.unroute('**/judgements/*');
    assert.match(await page.textContent('.govuk-notification-banner'), /What you typed is kept/);
    await axe();
    const { email, password } = person(world, who);
    await page.fill('input[name=email]', email);
    await page.fill('input[name=password]', password);
    await page.click('main button[type=submit]');
    await page.waitForSelector('h1:has-text("You are signed in again")');
    await axe();
    await page.click('button:has-text("Save what you typed")');
    await page.waitForURL(/self-assessments$/);
    await page.goto(sheet);
    assert.equal(await answer(page, 'observation'), 'silver');
    await close();
  });
}

test('a note that is being typed is not called saved, and is there after loading the page again at once', async () => {
  const { page, close } = await story(world, { as: 'Owen Cadwallader' });
  page.on('dialog', (dialog) => dialog.accept());
  await begin(page);
  await choose(page, 'coaching', 'gold');
  await saved(page);
  await fold(page, 'coaching', 'Note to yourself');
  await page.fill('textarea[name="coaching.note"]', 'Asked more, told less.');
  await says(page, /^Not saved yet$/);
  await page.reload();
  assert.equal(await page.inputValue('textarea[name="coaching.note"]'), 'Asked more, told less.');
  await saved(page);
  await close();
});

test('a note that is too long says so above itself, and stays when the page is loaded again', async () => {
  const { page, axe, close } = await story(world, { as: 'Chipo Moyo', size: phone });
  page.on('dialog', (dialog) => dialog.accept());
  await begin(page);
  await fold(page, 'coaching', 'Note to yourself');
  const note = page.locator('textarea[name="coaching.note"]');
  await note.fill('x'.repeat(2001));
  await note.blur();
  const wrong = page.locator('#coaching details .ts-complaint');
  await wrong.first().waitFor();
  assert.match(await wrong.first().textContent(), /2000 characters/);
  await says(page, /^Not saved: .*2000 characters/);
  await axe();
  await page.reload();
  assert.equal((await note.inputValue()).length, 2001);
  await close();
});

test('who signs out leaves nothing of what was typed in the browser', async () => {
  const { page, close } = await story(world, { as: 'Fiona Garrick' });
  page.on('dialog', (dialog) => dialog.accept());
  await begin(page);
  await page.route('**/judgements/*', (route) => route.abort('internetdisconnected'));
  await choose(page, 'coaching', 'gold');
  await says(page, /^You are offline/);
  await page.click('button:has-text("Sign out")');
  await page.waitForURL(/sign-in/);
  assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), []);
  await close();
});

test('signed out meanwhile on a form that takes files: what was typed comes back, where no file was chosen', async () => {
  const who = 'Ella Thornbury';
  const { page, close } = await story(world, { as: who, size: phone });
  await page.goto('/eastmere/ideas/new');
  await page.fill('[name=did]', 'Typed with care.');
  await page.fill('[name=changed]', 'They stay.');
  await page.fill('[name=place]', 'Room 3');
  await signOutEverywhere(who);
  await page.click('button:has-text("Send it")');
  await page.waitForURL(/sign-in/);
  assert.match(await page.textContent('.govuk-notification-banner'), /What you typed is kept/);
  const { email, password } = person(world, who);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('main button[type=submit]');
  await page.waitForSelector('h1:has-text("You are signed in again")');
  await page.click('button:has-text("Save what you typed")');
  await page.waitForSelector('h1:has-text("Typed with care")');
  await close();
});
