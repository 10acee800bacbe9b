// A tutor asks a colleague for comments on a score sheet (C-27): on a desktop, on a phone, and without scripting.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { desktop, openWorld, phone, story, test } from './world.mjs';

let world;
before(async () => { world = await openWorld(); });
after(async () => { await world?.close(); });

const tutor = 'Hannah Sorrell';
const colleague = 'Priya Raman';

async function openShares(page) {
  await page.goto('/eastmere/self-assessments');
  await page.click('main td a, main th a');
  await page.click('a:has-text("Share it with a colleague")');
  return page.url();
}

const share = async (page, email) => {
  await page.fill('input[name=email]', email);
  await page.click('main button:has-text("Share")');
};

for (const [called, setting] of [
  ['on a desktop', { size: desktop }],
  ['without scripting, on a phone', { size: phone, scripting: false }],
]) {
  test(`C-27: shared, looked at, talked about and withdrawn, ${called}`, async () => {
    const own = await story(world, { as: tutor, ...setting });
    const shares = await openShares(own.page);
    await share(own.page, 'nobody@eastmere.example');
    assert.match(await own.page.textContent('.govuk-error-summary'), /Nobody on the staff list/);
    assert.equal(await own.page.inputValue('input[name=email]'), 'nobody@eastmere.example');
    await own.axe();
    await share(own.page, 'priya.raman@eastmere.example');
    await own.page.waitForSelector('li:has-text("The whole score sheet")');
    await own.axe();

    const reader = await story(world, { as: colleague, ...setting });
    await reader.page.goto('/eastmere');
    await reader.axe();
    await reader.page.click(`a:has-text("${tutor} asks for your comments")`);
    await reader.page.waitForSelector(`h1:has-text("${tutor}")`);
    assert.equal(await reader.page.locator('textarea[name$=".note"]').count(), 0);
    await reader.axe();
    const folded = reader.page.locator('#coaching details');
    await folded.locator('summary').click();
    await folded.locator('textarea').fill('I saw this in your lesson <on Tuesday>.');
    await folded.locator('button').click();
    await reader.page.waitForSelector('#coaching li:has-text("<on Tuesday>")');
    await reader.axe();

    await own.page.goto(shares);
    await own.page.click('main li:has-text("The whole score sheet") a');
    await own.page.waitForSelector('#coaching li:has-text("<on Tuesday>")');
    await own.axe();
    await own.page.goto(shares);
    await own.page.click('main li:has-text("The whole score sheet") button');
    await own.page.waitForSelector('h1');
    assert.equal(await own.page.locator('main li:has-text("The whole score sheet")').count(), 0);
    // A page that is not there any more: its answer is 404, which the watch over the page would report as well.
    await reader.page.goto('/eastmere');
    assert.doesNotMatch(await reader.page.textContent('main'), /The whole score sheet/);
    await own.close();
    await reader.close();
  });
}
