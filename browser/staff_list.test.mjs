// The staff list as its keeper sees it: find, add, give a role, close.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { desktop, fits, openWorld, phone, story, test } from './world.mjs';

const keeper = 'daniel.ashworth@eastmere.example';
let world;
before(async () => { world = await openWorld(); });
after(async () => { await world?.close(); });

for (const [called, setting] of [
  ['on a desktop', { size: desktop, as: keeper }],
  ['on a phone', { size: phone, as: keeper }],
  ['without scripting', { size: phone, scripting: false, as: keeper }],
]) {
  test(`its pages are accessible and fit, ${called}`, async () => {
    const { page, axe, close } = await story(world, setting);
    await page.goto('/eastmere/staff-list');
    await fits(page);
    await axe();
    await page.click('#people a >> nth=0');
    await fits(page);
    await axe();
    await page.goto('/eastmere/teams');
    await fits(page);
    await axe();
    await close();
  });

  test(`somebody new is added, found, trusted with a role and closed, ${called}`, async () => {
    const { page, axe, close } = await story(world, setting);
    const name = `Wren Quill ${called}`;
    await page.goto('/eastmere/staff-list');
    await page.fill('input[name=name]', name);
    await page.click('text=Add this person');
    assert.match(await page.title(), /^Error: /);
    assert.equal(await page.inputValue('input[name=name]'), name);
    await axe();
    await page.selectOption('select[name=team]', { label: 'Construction' });
    await page.click('text=Add this person');
    assert.match(await page.textContent('h1'), /Wren Quill/);
    await page.selectOption('form[action$="/roles"] select[name=role]', { label: 'Writer' });
    await page.selectOption('form[action$="/roles"] select[name=team]', { label: 'Construction' });
    await page.click('text=Give this role');
    await axe();
    await page.goto('/eastmere/staff-list');
    await page.fill('input[name=search]', 'quill');
    await page.click('form[role=search] button');
    assert.match(await page.textContent('#people'), /writer, Construction/);
    await page.click(`text=${name}`);
    await page.click('text=Close their access');
    assert.match(await page.textContent('main'), /cannot come in here/);
    await axe();
    await close();
  });
}
