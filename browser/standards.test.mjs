// Standards as those who keep them see them: read, print, bring in, adapt, compare, withdraw.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { desktop, fits, openWorld, phone, story, test } from './world.mjs';

const tutoring = '/eastmere/standards/personal-tutoring@1.0';
const ours = '/eastmere/standards/personal-tutoring-eastmere@1';
const keeper = 'quality manager';
let world;
before(async () => { world = await openWorld(); });
after(async () => { await world?.close(); });

const small = (version) => `pack: 1
standard: small
version: "${version}"
title: Small <b>standard</b>
owner: Us
licence: {name: None, redistribute: none}
scales:
  s: {type: met, levels: [{key: met, name: Met}]}
areas:
  - {key: a, title: A, elements: [{key: e, title: E, scale: s}]}
`;

for (const [called, setting, number] of [
  ['on a desktop', { size: desktop, as: keeper }, 1],
  ['on a phone', { size: phone, as: keeper }, 2],
  ['without scripting', { size: phone, scripting: false, as: keeper }, 3],
]) {
  test(`C-15, C-22, C-30: standards are read, printed, compared, brought in, adapted, withdrawn and put back, ${called}`, async () => {
    const { page, axe, close } = await story(world, setting);
    for (const path of ['/eastmere/standards', tutoring, `${tutoring}/paper`, `${tutoring}/crosswalk`, ours, `${ours}/comparison`,
      `${tutoring}/own-version`, '/eastmere/packs']) {
      await page.goto(path);
      assert.ok(await page.evaluate(() => document.querySelector('h1').getBoundingClientRect().left) >= 15, `${path} keeps its margin`);
      await fits(page);
      await axe();
    }
    await page.fill('textarea[name=pack]', small(number).replace('title: E', 'tittle: E'));
    await page.click('text=Publish it');
    assert.match(await page.title(), /^Error: /);
    assert.match(await page.textContent('.govuk-error-summary'), /pack, line 10, areas\[0\]\.elements\[0\]/);
    assert.match(await page.inputValue('textarea[name=pack]'), /tittle: E/);
    await fits(page);
    await axe();
    await page.setInputFiles('input[name=file]', { name: 'small.yaml', mimeType: 'application/yaml', buffer: Buffer.from(small(number)) });
    await page.click('text=Publish it');
    assert.equal(await page.textContent('h1'), 'Small <b>standard</b>');
    await page.click('text=Withdraw it');
    assert.match(await page.textContent('main'), /This version is withdrawn/);
    await axe();
    await page.click('text=Put it back');
    assert.doesNotMatch(await page.textContent('main'), /This version is withdrawn/);

    await page.goto(`${tutoring}/own-version`);
    const version = await page.inputValue('input[name=version]');
    assert.match(version, /^\d+$/);
    await page.fill('input[name=version]', '1');
    await page.fill('input[name="rows.1.title"]', 'Tutoring online');
    await page.click('text=Room for another theme');
    assert.equal(await page.inputValue('input[name="rows.1.title"]'), 'Tutoring online');
    await page.click('text=Publish our own version');
    const complaints = await page.textContent('.govuk-error-summary');
    assert.match(complaints, /Platinum: The bands end at 100, but the most .* 110 points/);
    assert.match(complaints, /is published here already/);
    assert.match(complaints, /Tutoring online, Person: say what it looks like at Minimum standard, Bronze, Silver, Gold, Platinum/);
    await fits(page);
    await axe();
    await page.fill('input[name=version]', version);
    for (const text of await page.locator('textarea[name^="rows.1."]').all()) await text.fill('What it looks like online.');
    await page.click('text=Fit these to the points that there are now');
    for (const voice of ['person', 'institution']) assert.equal(await page.inputValue(`input[name="bands.${voice}.platinum.to"]`), '110');
    await page.click('text=Publish our own version');
    assert.match(await page.textContent('h1'), /Personal tutoring at Eastmere/);
    assert.match(await page.textContent('#tutoring-online'), /Our own/);
    await page.click('text=See what was changed');
    assert.match(await page.textContent('main'), /Tutoring online/);
    assert.match(await page.textContent('main'), /10 of 11 themes count/);
    await fits(page);
    await axe();
    await close();
  });
}

test('a tutor reads and downloads a standard, and what comes down can be brought in again', async () => {
  const tutor = await story(world, { size: phone, as: 'Marcus Bright' });
  await tutor.page.goto(tutoring);
  assert.equal(await tutor.page.locator('text=Withdraw it').count(), 0);
  const waiting = tutor.page.waitForEvent('download');
  await tutor.page.click('text=Download as YAML');
  const download = await waiting;
  assert.equal(download.suggestedFilename(), 'personal-tutoring@1.0.yaml');
  const file = await download.path();
  const { page, close } = await story(world, { as: keeper });
  await page.goto('/eastmere/packs');
  await page.setInputFiles('input[name=file]', file);
  await page.click('text=Publish it');
  assert.match(await page.textContent('main'), /personal-tutoring@1\.0 is here already with the same content/);
  await close();
  await tutor.close();
});
