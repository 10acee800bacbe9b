// The institution beside its people: a tutor scores the college, its leaders judge it, and those who may see the
// figures see three views side by side.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { desktop, fits, openWorld, phone, story, test } from './world.mjs';
import { choose, finish, heading, themes } from './score_sheet.mjs';

let world;
before(async () => { world = await openWorld(); });
after(async () => { await world?.close(); });

for (const [called, setting] of [
  ['on a desktop', { size: desktop }],
  ['on a phone', { size: phone }],
  ['without scripting', { size: phone, scripting: false }],
]) {
  test(`C-28, C-29: three views stand side by side, and nothing is about fewer than five people, ${called}`, async () => {
    const { page, axe, close } = await story(world, { ...setting, as: 'quality manager' });
    await page.goto('/eastmere');
    if (await page.getByRole('button', { name: /menu/i }).isVisible()) await page.getByRole('button', { name: /menu/i }).click();
    await page.click('nav a:has-text("The college")');
    await heading(page, /^The college$/);
    const main = await page.textContent('main');
    assert.match(main, /The leaders score the college 62\. The tutors’ middle score for it is 48: 14 points lower\./);
    assert.match(main, /Margaret Okonjo, Priya Raman and Daniel Ashworth/);
    assert.match(main, /11 people, middle score 48/);
    assert.match(main, /one figure for the whole college/);
    assert.doesNotMatch(main, /\b[1-4] (people|at) /);
    assert.equal(await page.locator('table.ts-spread').count(), 11);
    await fits(page);
    await axe();
    for (const summary of await page.locator('main summary').all()) await summary.click();
    await fits(page);
    await axe();
    await close();
  });
}

test('the page prints with its pictures, and without what is for the screen', async () => {
  const { page, close } = await story(world, { as: 'quality manager' });
  await page.goto('/eastmere/institution');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('table.ts-spread').first().isVisible(), true);
  for (const gone of ['nav', '.app-teams a']) assert.equal(await page.locator(gone).first().isVisible(), false, gone);
  assert.equal(await page.locator('.app-teams strong').first().isVisible(), true);
  const addresses = await page.locator('main a').evaluateAll((links) =>
    links.map((link) => getComputedStyle(link, '::after').content).filter((content) => content.includes('/eastmere')));
  assert.deepEqual(addresses, [], 'addresses of ours mean nothing on paper');
  await close();
});

test('C-29: a tutor scores the college on a sheet of its own, and is told what becomes of it', async () => {
  const { page, axe, close } = await story(world, { size: phone, as: 'Stefan Ilić' });
  await page.goto('/eastmere/self-assessments');
  await page.click('main button:has-text("Score the college")');
  await page.waitForURL(/self-assessments\/[a-z0-9]{26}$/);
  assert.match(await page.textContent('main'), /describes the college best/);
  assert.match(await page.textContent('main'), /Your levels count, without your name/);
  await fits(page);
  await axe();
  for (const theme of await themes(page)) await choose(page, theme, 'bronze');
  await finish(page);
  await heading(page, /The college, Spring 2027/);
  await close();
});

test('C-28: a tutor has no way to the figures', async () => {
  const { page, close } = await story(world, { as: 'Stefan Ilić' });
  await page.goto('/eastmere');
  assert.equal(await page.locator('nav a:has-text("The college")').count(), 0);
  assert.equal((await page.goto('/eastmere/institution')).status(), 404);
  await close();
});

test('C-29: leaders who leave something out are told what, and lose nothing of what they typed', async () => {
  const { page, axe, close } = await story(world, { as: 'principal' });
  await page.goto('/eastmere/institution');
  await page.click('main a:has-text("Judge the college")');
  await heading(page, /^Judge the college by .+, version /);
  await axe();
  await page.fill('[id="core-values.note"]', 'Learner forums say so.');
  await page.click('button:has-text("Finish this judgement")');
  await heading(page, /^Judge the college by .+, version /);
  assert.match(await page.textContent('main'), /Name those who judge together\./);
  assert.equal(await page.inputValue('[id="core-values.note"]'), 'Learner forums say so.');
  await axe();
  await page.fill('textarea[name=panel]', 'Margaret Okonjo');
  await page.click('button:has-text("Save and come back later")');
  await heading(page, /^The college$/);
  await page.click('main a:has-text("Judge the college")');
  await heading(page, /^Judge the college by .+, version /);
  assert.equal(await page.inputValue('textarea[name=panel]'), 'Margaret Okonjo');
  await fits(page);
  await close();
});

test('leaders whose page is older than a finished judgement see it beside what they typed, on a phone without scripting', async () => {
  const { page, axe, close } = await story(world, { as: 'principal', size: phone, scripting: false });
  const judging = '/eastmere/institution/judgement';
  const judge = async (theirs, panel, level, note, then) => {
    await theirs.fill('textarea[name=panel]', panel);
    for (const textarea of await theirs.locator('textarea[id$=".note"]').all()) await textarea.fill(note);
    for (const radio of await theirs.locator(`input[type=radio][value=${level}]`).all()) await radio.check();
    await theirs.click(then);
  };
  await page.goto(judging);
  const other = await page.context().newPage();
  await other.goto(judging);
  await judge(other, 'Priya Raman', 'gold', 'Seen in lessons.', 'button:has-text("Finish this judgement")');
  await heading(other, /^The college$/);
  await judge(page, 'Margaret Okonjo', 'silver', 'Heard in forums.', 'button:has-text("Finish this judgement")');
  await heading(page, /^Judge the college by .+, version /);
  const main = await page.textContent('main');
  assert.match(main, /Priya Raman finished a judgement since you opened this page\./);
  assert.match(main, /“Core values” stands at Gold there: “Seen in lessons\.”\./);
  assert.equal(await page.inputValue('[id="core-values.note"]'), 'Heard in forums.');
  await fits(page);
  await axe();
  await close();
});
