// Evidence is added, found, changed, given a public address, put in the bin and put back: on a desktop, and without scripting on a phone.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { desktop, fits, openWorld, phone, story, test } from './world.mjs';

let world;
before(async () => { world = await openWorld(); });
after(async () => { await world?.close(); });

const inMain = (page, words) => page.locator(`main :is(a, button):has-text("${words}")`).first();
const picture = async (page, name) => {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
};

for (const [called, setting] of [
  ['desktop', { size: desktop }],
  ['phone', { size: phone, scripting: false }],
]) {
  test(`X-4: evidence comes into the library, is read by a colleague and by somebody without an account, and goes (${called})`, async () => {
    const own = await story(world, { as: 'Hannah Sorrell', ...setting });
    const { page } = own;
    const title = `What the placement manager said (${called})`;
    await page.goto('/eastmere/evidence');
    await page.waitForSelector('#pieces');
    await own.axe();
    await fits(page);
    await picture(page, `${called}-library`);
    await inMain(page, 'Add evidence').click();
    await inMain(page, 'Add it').click();
    assert.match(await page.textContent('.govuk-error-summary'), /Choose what it is/);
    await own.axe();
    await picture(page, `${called}-refused`);
    await page.fill('#title', title);
    await page.check('input[name=kind][value=quote]');
    await page.fill('#text', 'She explains every step to the residents <and to me>.');
    await page.fill('#about_on', '2027-01-12');
    await page.locator('main details summary').click();
    await page.check('input[name=viewpoint][value=employer]');
    await page.selectOption('#source', 'observation_feedback');
    await own.axe();
    await fits(page);
    await picture(page, `${called}-form`);
    await inMain(page, 'Add it').click();
    await page.waitForSelector(`h1:has-text("${title}")`);
    const piece = page.url();
    await own.axe();
    await picture(page, `${called}-piece`);

    await inMain(page, 'Change this piece').click();
    await page.fill('#text', 'She explains every step.');
    await inMain(page, 'Save').click();
    await page.locator('main details summary').click();
    await page.waitForSelector('main details:has-text("<and to me>")');
    await own.axe();
    await fits(page);
    await picture(page, `${called}-changed`);

    await inMain(page, 'Make a public address').click();
    const address = await page.inputValue('#address');
    await own.axe();
    await picture(page, `${called}-address`);
    const nobody = await story(world, setting);
    await nobody.page.goto(address);
    await nobody.page.waitForSelector('main:has-text("She explains every step.")');
    assert.doesNotMatch(await nobody.page.textContent('main'), /Hannah/);
    await nobody.axe();
    await picture(nobody.page, `${called}-public`);
    await nobody.close();

    const reader = await story(world, { as: 'Marcus Bright', ...setting });
    await reader.page.goto('/eastmere/evidence');
    assert.doesNotMatch(await reader.page.textContent('main'), /Tuesday group/);
    await reader.page.fill('#search', 'EVERY step');
    await inMain(reader.page, 'Find').click();
    await inMain(reader.page, title).click();
    assert.equal(await inMain(reader.page, 'Change this piece').count(), 0);
    await reader.axe();
    await reader.close();

    await page.goto(piece);
    await inMain(page, 'Stop sharing it publicly').click();
    await inMain(page, 'Put it in the bin').click();
    await page.waitForSelector(`main:has-text("${title}")`);
    await own.axe();
    await picture(page, `${called}-bin`);
    await inMain(page, `Put back ${title}`).click();
    await page.waitForSelector(`h1:has-text("${title}")`);
    await own.close();
  });
}

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
const children = Buffer.from('Child unique ID,Gender,Date of birth\n4711,F,2012-03-04\n');

for (const [called, setting] of [
  ['desktop', { size: desktop }],
  ['phone', { size: phone, scripting: false }],
]) {
  test(`files come into the library: several at once, not again after a mistake, and a table of children not by mistake (${called})`, async () => {
    const own = await story(world, { as: 'Hannah Sorrell', ...setting });
    const { page } = own;
    await page.goto('/eastmere/evidence/new');
    await page.check('input[name=kind][value=file]');
    await page.setInputFiles('#file', [
      { name: `display ${called}.png`, mimeType: 'image/png', buffer: pixel },
      { name: 'plan.docm', mimeType: 'application/msword', buffer: Buffer.from('x') },
    ]);
    await inMain(page, 'Add it').click();
    const wrong = await page.textContent('.govuk-error-summary');
    assert.match(wrong, /plan\.docm: Files of this kind can hold programs/);
    assert.match(wrong, /Enter the day that it tells about/);
    await own.axe();
    await fits(page);
    await picture(page, `${called}-file-refused`);

    assert.match(await page.textContent('main'), /Here already[\s\S]*display/);
    await page.fill('#about_on', '2027-01-12');
    await page.setInputFiles('#file', [{ name: 'annex a.csv', mimeType: 'text/csv', buffer: children }]);
    await inMain(page, 'Add it').click();
    assert.match(await page.textContent('.govuk-error-summary'), /“annex a.csv” looks like data about single children/);
    await own.axe();
    await fits(page);
    await picture(page, `${called}-children`);
    await page.locator('label:has-text("annex a.csv")').click();
    await inMain(page, 'Add it').click();

    await page.waitForSelector(`h1:has-text("display ${called}")`);
    const drawn = await page.locator('main img').evaluate((image) => image.complete && image.naturalWidth);
    assert.equal(drawn, 1, 'the picture is shown');
    await own.axe();
    await picture(page, `${called}-file`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('main a[download]').click()]);
    assert.equal(download.suggestedFilename(), `display ${called}.png`);

    await page.goto('/eastmere/evidence/new');
    await page.check('input[name=kind][value=file]');
    await page.fill('#title', `Visit (${called})`);
    await page.fill('#about_on', '2027-01-12');
    await page.setInputFiles('#file', ['one', 'two'].map((name) => ({ name: `${name}.png`, mimeType: 'image/png', buffer: pixel })));
    await inMain(page, 'Add it').click();
    const listed = await page.textContent('#pieces');
    assert.match(listed, new RegExp(`Visit \\(${called}\\) – one`));
    assert.match(listed, new RegExp(`Visit \\(${called}\\) – two`));
    await own.close();
  });
}
