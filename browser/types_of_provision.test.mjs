// Standards that ask some areas once for each type of provision: leaders judge the college by Ofsted's framework, and a
// tutor scores themselves against a small one that is counted.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { desktop, fits, openWorld, phone, story, test } from './world.mjs';
import { answer, choose, heading, saved, themes } from './score_sheet.mjs';

const keeper = 'daniel.ashworth@eastmere.example';
const ofsted = 'ofsted-fe@2025-11.2';
const small = (/R"\((pack: 1\n[^]*?)\)"/).exec(readFileSync('src/standard/testing.h', 'utf8'))[1];

let world;
before(async () => {
  world = await openWorld();
  const { page, close } = await story(world, { as: keeper });
  await page.goto('/eastmere/packs');
  await page.setInputFiles('input[name=file]', { name: 'provision.yaml', mimeType: 'application/yaml', buffer: Buffer.from(small) });
  await page.click('text=Publish it');
  await heading(page, /^Provision$/);
  await close();
});
after(async () => { await world?.close(); });

const settings = [
  ['on a desktop', { size: desktop }],
  ['on a phone', { size: phone }],
  ['without scripting', { size: phone, scripting: false }],
];

// What stands in the row of the leaders for one theme.
const ofLeaders = (page, title) =>
  page.locator('table.ts-spread', { has: page.locator('caption', { hasText: new RegExp(`^${title}$`) }) }).locator('tbody tr').first().textContent();

for (const [called, setting] of settings) {
  test(`leaders judge two types of provision differently and leave one out, ${called}`, async () => {
    const { page, axe, close } = await story(world, { ...setting, as: 'principal' });
    await page.goto('/eastmere/institution');
    await page.click('main a:has-text("Ofsted: further education")');
    assert.match(await ofLeaders(page, 'Apprenticeships: Curriculum, teaching and training'), /Needs attention|Strong standard/);
    await fits(page);
    await axe();
    await page.click('main a:has-text("Judge the college")');
    await heading(page, /^Judge the college by .+, version /);
    await fits(page);
    await axe();
    await page.fill('[name=panel]', 'Margaret Okonjo');
    for (const legend of await page.locator('main fieldset').all()) {
      const title = await legend.locator('legend').textContent();
      const level = /high needs/.test(title) ? 'Not part of our work' : /Apprentice/.test(title) ? 'Needs attention' : /Safeguarding/.test(title) ? 'Met' : 'Strong standard';
      await legend.getByLabel(level, { exact: true }).check();
    }
    for (const note of await page.locator('main textarea[name$=".note"]').all())
      if (!/high-needs/.test(await note.getAttribute('name'))) await note.fill('Seen in visits.');
    await page.click('button:has-text("Finish this judgement")');
    await heading(page, /^The college$/);
    assert.match(await ofLeaders(page, 'Adult learning programmes: Achievement'), /Strong standard/);
    assert.match(await ofLeaders(page, 'Apprenticeships: Achievement'), /Needs attention/);
    assert.match(await ofLeaders(page, 'Provision for learners with high needs: Achievement'), /Not part of our work/);
    assert.doesNotMatch(await page.textContent('main'), /\d points|Below minimum \(/);
    await fits(page);
    await axe();
    await close();
  });
}

for (const [number, [called, setting]] of settings.entries()) {
  test(`a tutor scores the college by Ofsted's framework on the pages, ${called}`, async () => {
    const { page, axe, close } = await story(world, { ...setting, as: ['Hannah Sorrell', 'Callum Reid', 'Yvonne Clarke'][number] });
    await page.goto('/eastmere/self-assessments');
    await page.click('main summary:has-text("Score the college by another standard")');
    await page.check(`input[name=standard][value="${ofsted}"]`);
    await fits(page);
    await axe();
    await page.click('main details:has-text("Score the college by another standard") button');
    await page.waitForURL(/self-assessments\/[a-z0-9]{26}$/);
    assert.match(await page.textContent('main'), /describes the college best/);
    await choose(page, 'achievement@high-needs', 'not_my_job');
    assert.match(await page.textContent('main'), /Not part of our work/);
    await fits(page);
    await axe();
    if (setting.scripting !== false) await saved(page);
    await page.click('button:has-text("Save and come back later")');
    await heading(page, /^Score yourself$/);
    assert.match(await page.textContent('main table'), /The college, Spring 2027\s*Ofsted/);
    await fits(page);
    await axe();
    await close();
  });
}

for (const [number, [called, setting]] of settings.entries()) {
  test(`a tutor scores each type of provision by itself and reads it back, ${called}`, async () => {
    const { page, axe, close } = await story(world, { ...setting, as: ['Stefan Ilić', 'Callum Reid', 'Yvonne Clarke'][number] });
    await page.goto('/eastmere/self-assessments');
    if (await page.locator('main summary', { hasText: 'another score sheet' }).count()) await page.click('main summary');
    await page.check('input[name=standard][value="provision@1"]');
    await page.click('main form button:has-text("Start")');
    await page.waitForURL(/self-assessments\/[a-z0-9]{26}$/);
    const sheet = new URL(page.url()).pathname;
    assert.deepEqual(await themes(page), ['safety', 'leading', 'curriculum@adults', 'achievement@adults', 'curriculum@apprentices', 'achievement@apprentices']);
    assert.deepEqual((await page.locator('h2.ts-theme__title').allTextContents()).map((title) => title.replace(/ \d of 6$/, '')),
      ['Safety', 'Leading', 'Adult learning: Curriculum', 'Adult learning: Achievement', 'Apprenticeships: Curriculum', 'Apprenticeships: Achievement']);
    await fits(page);
    await axe();
    await choose(page, 'curriculum@adults', 'high');
    if (setting.scripting !== false) await saved(page);
    else await page.click('button:has-text("Save and come back later")');
    await page.goto(sheet);
    assert.equal(await answer(page, 'curriculum@adults'), 'high');
    assert.equal(await page.locator('input[name="curriculum@apprentices.level"]:checked').count(), 0);
    for (const theme of ['safety', 'leading', 'achievement@adults']) await choose(page, theme, 'low');
    for (const theme of ['curriculum@apprentices', 'achievement@apprentices']) await choose(page, theme, 'not_my_job');
    await page.click('button:has-text("Finish and see what it adds up to")');
    await page.waitForURL(/\/result$/);
    const result = await page.textContent('main');
    assert.match(result, /Highest: Adult learning: Curriculum, at High/);
    assert.match(result, /Apprenticeships: Curriculum\s*Not part of my job/);
    await fits(page);
    await axe();
    await page.goto(`${sheet}/paper`);
    await axe();
    await close();
  });
}

test('what another window saved for one type of provision is shown for that one', async () => {
  const { page, axe, close } = await story(world, { size: phone, scripting: false, as: 'Marcus Bright' });
  const other = await page.context().newPage();
  for (const window of [page, other]) {
    await window.goto('/eastmere/self-assessments');
    if (await window.locator('main summary', { hasText: 'another score sheet' }).count()) await window.click('main summary');
    await window.check('input[name=standard][value="provision@1"]');
    await window.click('main form button:has-text("Start")');
  }
  await choose(other, 'curriculum@adults', 'low');
  await other.click('button:has-text("Save and come back later")');
  await choose(page, 'curriculum@adults', 'high');
  await page.click('button:has-text("Save and come back later")');
  await heading(page, /^Which version do you want to keep\?$/);
  assert.deepEqual(await page.locator('section.app-clash h2').allTextContents(), ['Adult learning: Curriculum']);
  await axe();
  await page.click('button:has-text("Keep these and go on")');
  await page.waitForURL(/self-assessments\/?[a-z0-9]*$/);
  await close();
});

test('a standard says once what it asks for each type of provision', async () => {
  const { page, axe, close } = await story(world, { as: 'principal' });
  await page.goto(`/eastmere/standards/${ofsted}`);
  const main = await page.textContent('main');
  assert.match(main, /Type of provision: judged for each by itself/);
  assert.equal(await page.locator('main h3', { hasText: /^Achievement$/ }).count(), 1);
  await fits(page);
  await axe();
  await close();
});
