// The staff list as its keeper sees it: find, add, give a role, close, many people at once, erase.
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
    await page.click('text=Erase everything about them');
    await fits(page);
    await axe();
    await page.click('main button.govuk-button--warning');
    assert.match(await page.title(), /^Error: /);
    await axe();
    await page.check('input[name=sure]');
    await page.click('main button.govuk-button--warning');
    await page.goto('/eastmere/staff-list?search=quill');
    assert.doesNotMatch(await page.textContent('main'), new RegExp(name));
    await close();
  });

  test(`many people come from a file: shown first, put right, done, and nothing twice, ${called}`, async () => {
    const { page, axe, close } = await story(world, setting);
    const mail = `${called.replaceAll(' ', '-')}@eastmere.example`;
    const table = (team) => `name;email;team;role;line manager\n"Quist, Ada";ada.${mail};${team};writer;Kevin Mulgrew\n`
      + `=Noor Haddad;noor.${mail};Hedgerow Learning / Osier Green library;;ada.${mail}\n`;
    await page.goto('/eastmere/staff-list');
    await page.click('text=Many people at once');
    await fits(page);
    await axe();
    await page.fill('textarea[name=text]', 'name\nAda');
    await page.click('text=Look at what it changes');
    assert.match(await page.textContent('main'), /Line 1, email: This column is missing/);
    assert.equal(await page.inputValue('textarea[name=text]'), 'name\nAda');
    await axe();
    await page.setInputFiles('input[name=file]', { name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from(table('Nowhere')) });
    await page.fill('textarea[name=text]', '');
    await page.click('text=Look at what it changes');
    assert.match(await page.textContent('#problems'), /1 line must be put right first/);
    assert.match(await page.textContent('main'), /Line 2, team: There is no team “Nowhere”/);
    await fits(page);
    await axe();
    await page.click('text=Take another file');
    await page.fill('textarea[name=text]', table('Construction'));
    await page.click('text=Look at what it changes');
    assert.match(await page.textContent('main'), /2 new people/);
    assert.match(await page.textContent('main'), /becomes writer, Construction/);
    await fits(page);
    await axe();
    await page.click('text=Do this');
    assert.match(await page.textContent('main'), /2 people were added, 0 were changed/);
    await axe();
    await page.fill('textarea[name=text]', table('Construction'));
    await page.click('text=Look at what it changes');
    assert.match(await page.textContent('main'), /nothing changes/);
    await axe();
    await close();
  });

  test(`somebody sees and keeps all that is kept about them, ${called}`, async () => {
    const { page, axe, close } = await story(world, { ...setting, as: 'Marcus Bright' });
    await page.goto('/eastmere');
    await page.goto('/eastmere/your-data');
    assert.match(await page.textContent('main'), /marcus\.bright@eastmere\.example/);
    await fits(page);
    await axe();
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('text=Keep it as a file')]);
    assert.equal(file.suggestedFilename(), 'eastmere-my-data.json');
    await close();
  });
}
