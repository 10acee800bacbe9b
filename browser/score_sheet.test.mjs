// "Score yourself", from the first tap to next term, as its users go through it.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { gzipSync } from 'node:zlib';
import { desktop, fits, openWorld, phone, signIn, person, story, test } from './world.mjs';
import { answer, begin, choose, finish, fold, heading, saved, says, status, themes, untickSilver } from './score_sheet.mjs';

let world;
before(async () => { world = await openWorld(); });
after(async () => { await world?.close(); });

for (const [called, who, setting] of [
  ['on a desktop', 'Stefan Ilić', { size: desktop }],
  ['on a phone', 'Chipo Moyo', { size: phone }],
  ['without scripting', 'Fiona Garrick', { size: phone, scripting: false }],
]) {
  test(`C-3, C-8: ten taps and one submit make a score sheet, and every page is accessible and fits, ${called}`, async () => {
    const { page, axe, close } = await story(world, { ...setting, as: who });
    const look = async (path = null) => {
      if (path) assert.equal((await page.goto(path)).status(), 200);
      await fits(page);
      await axe();
    };
    await look('/eastmere');
    await look('/eastmere/self-assessments');
    const sheet = await begin(page);
    await look();
    const keys = await themes(page);
    assert.equal(keys.length, 10);
    for (const key of keys) await choose(page, key, 'silver');
    if (setting.scripting !== false) {
      await page.locator('[data-total]', { hasText: /^60$/ }).waitFor();
      assert.equal(await page.locator('[data-so-far]').isHidden(), true);
      assert.equal(await page.textContent('[data-how-far]'), 'All 10 done.');
    }
    await look();
    await finish(page);
    await heading(page, /what it adds up to/);
    assert.match(await page.textContent('.app-result'), /60 of 100 points/);
    await look();
    await page.click('text=Show as a radar');
    await look();
    await look(`${sheet}/paper`);
    await look('/eastmere');
    await close();
  });

  test(`a bin gives back what was put in it, and a finished sheet opens again, ${called}`, async () => {
    const { page, axe, close } = await story(world, { ...setting, as: who });
    await begin(page, 'Only to throw away');
    await finish(page, { every: 'bronze' });
    await page.click('button:has-text("Put it in the bin")');
    await heading(page, /Your bin/);
    assert.match(await page.textContent('main'), /“Only to throw away” is in the bin/);
    await fits(page);
    await axe();
    await page.click('button:has-text("Undo")');
    await page.waitForURL(/\/result$/);
    await page.click('button:has-text("Open it again")');
    assert.equal(await page.locator('section.ts-theme').count(), 10);
    await finish(page);
    await close();
  });

  test(`leaving everything for later keeps what was chosen, ${called}`, async () => {
    const { page, close } = await story(world, { ...setting, as: who });
    const sheet = await begin(page, 'For later');
    await choose(page, 'coaching', 'gold');
    await page.click('button:has-text("Save and come back later")');
    await page.waitForURL(/self-assessments$/);
    await page.goto(sheet);
    assert.equal(await answer(page, 'coaching'), 'gold');
    await page.click('section[id="coaching"] button:has-text("Clear my answer")');
    if (setting.scripting !== false) await saved(page);
    await page.goto(sheet);
    assert.equal(await page.locator('input[name="coaching.level"]:checked').count(), 0);
    await finish(page, { every: 'minimum' });
    await close();
  });
}

test('C-7: by script, unticking a statement refuses the levels above it and offers the highest that holds', async () => {
  const { page, axe, close } = await story(world, { as: 'Leila Hosseini', size: phone });
  const sheet = await begin(page);
  await choose(page, 'core-values', 'gold');
  await saved(page);
  await untickSilver(page);
  const refused = page.locator('#core-values .govuk-error-message');
  await refused.waitFor();
  assert.match(await refused.textContent(), /Gold includes .* Bronze is the highest level you hold/);
  await axe();
  await page.click('button:has-text("Take Bronze instead")');
  await saved(page);
  assert.equal(await page.locator('.govuk-error-message').count(), 0);
  await page.goto(sheet);
  assert.equal(await answer(page, 'core-values'), 'bronze');
  await close();
});

test('C-7: without scripting the page comes back with the refusal and the offer, and the rest of what was chosen', async () => {
  const { page, axe, close } = await story(world, { as: 'Owen Cadwallader', size: phone, scripting: false });
  const sheet = await begin(page);
  await choose(page, 'core-values', 'gold');
  await choose(page, 'coaching', 'silver');
  await untickSilver(page);
  await page.click('button:has-text("Save and come back later")');
  assert.match(await page.title(), /^Error: /);
  assert.equal(await answer(page, 'coaching'), 'silver');
  await fits(page);
  await axe();
  await page.click('button:has-text("Take Bronze instead")');
  await page.goto(sheet);
  assert.equal(await answer(page, 'core-values'), 'bronze');
  assert.equal(await answer(page, 'coaching'), 'silver');
  await close();
});

test('C-5: not judged, below minimum and not part of my job stay apart', async () => {
  const { page, close } = await story(world, { as: 'Rajesh Iyer' });
  const sheet = await begin(page);
  await choose(page, 'core-values', 'below_minimum');
  await choose(page, 'core-skills', 'not_my_job');
  await page.locator('[data-answered]', { hasText: /^2$/ }).waitFor();
  await page.goto(`${sheet}/result`);
  const table = await page.locator('main table').first().textContent();
  for (const words of ['Below minimum', 'Not part of my job', 'Not judged']) assert.match(table, new RegExp(words));
  assert.equal(await page.locator('main li a', { hasText: /./ }).count(), 8);
  await close();
});

test('what was typed without a connection is said to be kept, comes back after a reload, and is saved', async () => {
  const { page, close } = await story(world, { as: 'Ella Thornbury', size: phone });
  page.on('dialog', (dialog) => dialog.accept());
  const sheet = await begin(page);
  await page.route('**/judgements/*', (route) => route.abort('internetdisconnected'));
  await fold(page, 'coaching', 'Note to yourself');
  await page.fill('textarea[name="coaching.note"]', 'Asked more, told less.');
  await choose(page, 'coaching', 'silver');
  await says(page, /You are offline\. What you entered is kept/);
  await page.reload();
  assert.equal(await page.inputValue('textarea[name="coaching.note"]'), 'Asked more, told less.');
  await says(page, /You are offline/);
  await page.unroute('**/judgements/*');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await saved(page);
  await page.goto(sheet);
  assert.equal(await page.inputValue('textarea[name="coaching.note"]'), 'Asked more, told less.');
  assert.equal(await answer(page, 'coaching'), 'silver');
  await close();
});

for (const [called, who, scripting] of [['by script', 'Callum Reid', true], ['without scripting', 'Mei-Ling Fong', false]]) {
  test(`two windows: the later one is shown both versions and chooses, ${called}`, async () => {
    const { page, axe, close } = await story(world, { as: who, size: phone, scripting });
    const sheet = await begin(page);
    const other = await page.context().newPage();
    await other.goto(sheet);
    await choose(other, 'coaching', 'silver');
    await other.click('button:has-text("Save and come back later")');
    await choose(page, 'coaching', 'gold');
    await page.click(scripting ? 'button:has-text("See both and choose")' : 'button:has-text("Save and come back later")');
    await heading(page, /Which version do you want to keep/);
    await fits(page);
    await axe();
    await page.check('input[name="coaching.keep"][value=yours]');
    await page.click('button:has-text("Keep these and go on")');
    await page.waitForURL(`**${scripting ? sheet : '/eastmere/self-assessments'}`);
    await page.goto(sheet);
    assert.equal(await answer(page, 'coaching'), 'gold');
    await close();
  });
}

test('C-17, C-18: a target is set from the words of the next level, and a target that is too long is explained', async () => {
  const { page, axe, close } = await story(world, { as: 'Hannah Sorrell', size: phone });
  await page.goto('/eastmere/self-assessments');
  await page.click('main table a');
  const card = page.locator('#target-coaching');
  await card.locator('summary').click();
  assert.ok((await card.locator('textarea').inputValue()).length > 10);
  await card.locator('textarea').fill('x'.repeat(1001));
  await card.locator('button').click();
  assert.match(await page.title(), /^Error: /);
  await fits(page);
  await axe();
  await card.locator('textarea').fill('Ask two open questions in each talk.');
  await card.locator('input[type=date]').fill('2027-06-30');
  await card.locator('button').click();
  await page.waitForSelector('.govuk-notification-banner:has-text("Your target is saved.")');
  assert.match(await card.textContent(), /Ask two open questions in each talk\..*your target by 30 June 2027/s);
  await page.goto('/eastmere');
  assert.match(await page.textContent('main'), /Ask two open questions/);
  await axe();
  await close();
});

test('keys alone do it: skip, choose, unfold, finish, and what has the focus is never hidden', async () => {
  const { page, close } = await story(world, { as: 'Patrick Doran' });
  await begin(page);
  await page.keyboard.press('Tab');
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Skip to main content/);
  await page.keyboard.press('Enter');
  const seen = await tabUntil(page, (focused) => focused.name === 'core-values.level');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await saved(page);
  assert.equal(await answer(page, 'core-values'), 'minimum');
  const more = await tabUntil(page, (focused) => focused.text === 'Finish and see what it adds up to');
  assert.deepEqual([...seen, ...more].filter(({ hidden }) => hidden), []);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/result$/);
  await close();
});

// Presses Tab until what has the focus is what was wanted; what had the focus on the way, and whether it lay under something.
async function tabUntil(page, wanted) {
  const way = [];
  for (let i = 0; i < 120; ++i) {
    await page.keyboard.press('Tab');
    way.push(await page.evaluate(() => {
      const focused = document.activeElement;
      const { left, top, width, height } = focused.getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, top + height / 2);
      return { name: focused.name ?? '', text: focused.textContent.trim(), hidden: at !== null && !focused.contains(at) && !at.contains(focused) };
    }));
    if (wanted(way.at(-1))) return way;
  }
  throw new Error(`not reached in ${way.length} steps; last was ${JSON.stringify(way.at(-1))}`);
}

test('C-31: on paper only the sheet is left: no navigation, no buttons, A4 landscape', async () => {
  const { page, close } = await story(world, { as: 'Hannah Sorrell' });
  await page.goto('/eastmere/self-assessments');
  await page.click('main table a');
  await page.goto(page.url().replace(/result.*/, 'paper'));
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.govuk-service-navigation', '.govuk-back-link', '.ts-footer', '.app-screen-only'])
    assert.equal(await page.locator(gone).first().isVisible(), false, gone);
  assert.match(await page.textContent('main'), /Total score\s*54 of 100/i);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  assert.match(pdf.toString('latin1'), /MediaBox ?\[0 0 84\d/);
  assert.equal(pdf.toString('latin1').match(/\/Type ?\/Page\b/g).length, 2, 'ten themes fit two pages');
  await close();
});

test('signing out everywhere ends the session of the other window too', async () => {
  const one = await story(world, { as: 'Marcus Bright', size: phone });
  const other = await story(world, { as: 'Marcus Bright' });
  await one.page.goto('/account');
  await fits(one.page);
  await one.axe();
  await one.page.click('button:has-text("Sign out everywhere")');
  for (const { page } of [one, other]) {
    await page.goto('/eastmere');
    assert.equal(new URL(page.url()).pathname, '/sign-in');
  }
  await signIn(one.page, person(world, 'Marcus Bright'));
  await one.close();
  await other.close();
});

test('C-28: what is not there, and what is somebody else\'s, is one and the same accessible page', async () => {
  const owner = await story(world, { as: 'Hannah Sorrell' });
  await owner.page.goto('/eastmere/self-assessments');
  const hers = await owner.page.getAttribute('main table a', 'href');
  await owner.close();
  const { page, axe, close } = await story(world, { as: 'Priya Raman', size: phone });
  const texts = [];
  for (const path of [hers, '/eastmere/nothing-here', '/nowhere']) {
    assert.equal((await page.goto(path)).status(), 404);
    texts.push(await page.textContent('main'));
    await fits(page);
    await axe();
  }
  assert.equal(new Set(texts).size, 1);
  await close();
});

test('every page keeps within its budget: 30 KB of HTML, 20 of style, 25 of script, compressed', async () => {
  const { page, close } = await story(world, { as: 'Hannah Sorrell' });
  const sizes = {};
  page.on('response', async (response) => {
    const kind = response.request().resourceType();
    const kilobytes = gzipSync(await response.body().catch(() => '')).length / 1024;
    sizes[kind] = Math.max(sizes[kind] ?? 0, kilobytes);
  });
  await page.goto('/eastmere/self-assessments');
  await page.click('main table a');
  await begin(page);
  await page.waitForLoadState('networkidle');
  assert.ok(sizes.document > 1 && sizes.document <= 30, `HTML ${sizes.document}`);
  assert.ok(sizes.stylesheet > 1 && sizes.stylesheet <= 20, `style ${sizes.stylesheet}`);
  assert.ok(sizes.script > 1 && sizes.script <= 25, `script ${sizes.script}`);
  assert.match(await status(page).textContent(), /^$/);
  await close();
});

for (const { size, scripting, where } of [
  { size: desktop, scripting: true, where: 'on the desktop' },
  { size: phone, scripting: false, where: 'on a phone without scripting' },
])
  test(`C-24: evidence is attached to a theme, and nothing chosen is lost on the way, ${where}`, async () => {
    const { page, axe, close } = await story(world, { as: 'tutor', size, scripting });
    const path = await begin(page);
    await choose(page, 'coaching', 'silver');
    await page.click('button[name=evidence][value=coaching]');
    await page.waitForURL(/\/evidence\/coaching$/);
    await axe();
    await fits(page);
    const attach = page.locator('button:has-text("Attach ")').first();
    const title = (await attach.textContent()).trim().replace('Attach ', '');
    await attach.click();
    await page.waitForSelector(`button:has-text("Detach ${title}")`);
    await page.goto(path);
    assert.equal(await answer(page, 'coaching'), 'silver');
    assert.match(await page.locator('#coaching .ts-evidence').first().textContent(), new RegExp(title.slice(0, 20)));
    await axe();
    await fits(page);
    await page.click('button[name=evidence][value=coaching]');
    await page.click(`button:has-text("Detach ${title}")`);
    await page.waitForSelector('text=Nothing is attached yet.');
    await close();
  });
