// Somebody who is away has a deputy: named, acting under a line that says so, stopped; and the demo's clock goes on.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { desktop, fits, openWorld, person, phone, story, test } from './world.mjs';

let world;
before(async () => { world = await openWorld(); });
after(async () => { await world?.close(); });

const press = (page, words) => Promise.all([page.waitForNavigation(), page.click(`button:has-text("${words}")`)]);

for (const [called, setting, deputy] of [
  ['on a desktop', { size: desktop }, 'Chipo Moyo'],
  ['on a phone', { size: phone }, 'Ella Thornbury'],
  ['without scripting', { size: phone, scripting: false }, 'Rajesh Iyer'],
]) {
  test(`a deputy is named, acts, sees nothing private, stops and is ended, ${called}`, async () => {
    const away = await story(world, { ...setting, as: 'principal' });
    const proper = async ({ page, axe }) => { await fits(page); await axe(); };
    await away.page.goto('/account');
    await away.page.click('a:has-text("your deputies")');
    await proper(away);
    await press(away.page, 'Name as deputy');
    assert.match(await away.page.title(), /^Error: /);
    await proper(away);
    await away.page.fill('input[name=deputy]', person(world, deputy).email);
    await away.page.fill('input[name=since]', '2027-01-19');
    await away.page.fill('input[name=until]', '2027-03-01');
    await press(away.page, 'Name as deputy');
    assert.match(await away.page.textContent('main'), new RegExp(deputy));
    await proper(away);

    const acting = await story(world, { ...setting, as: deputy });
    await acting.page.goto('/eastmere');
    await acting.page.click('a:has-text("act for them")');
    await proper(acting);
    await press(acting.page, 'Act for Margaret Okonjo');
    assert.match(await acting.page.textContent('.ts-acting'), /You act for Margaret Okonjo/);
    await proper(acting);
    await acting.page.click('nav a:has-text("The college")');
    assert.match(await acting.page.textContent('h1'), /The college/);
    await proper(acting);
    const closed = await acting.page.context().request.get(`${world.address}/eastmere/self-assessments`);
    assert.equal(closed.status(), 403);
    await press(acting.page, 'Stop acting for them');
    assert.equal(await acting.page.locator('.ts-acting').count(), 0);

    await away.page.goto('/eastmere/deputies');
    await press(away.page, 'End now');
    assert.doesNotMatch(await away.page.textContent('main'), new RegExp(deputy));
    await acting.page.goto('/eastmere');
    assert.doesNotMatch(await acting.page.textContent('main'), /act for them/);
    await acting.close();
    await away.close();
  });

  test(`whoever keeps the staff list names a deputy and adds a kind of team, ${called}`, async () => {
    const { page, axe, close } = await story(world, { ...setting, as: 'Daniel Ashworth' });
    await page.goto('/eastmere/staff-list?search=whitlock');
    await page.click('#people a >> nth=0');
    await page.click('summary:has-text("Name a deputy")');
    await page.fill('input[name=deputy]', 'nobody@eastmere.example');
    await page.fill('input[name=since]', '2027-01-20');
    await page.fill('input[name=until]', '2027-01-29');
    await press(page, 'Name as deputy');
    assert.match(await page.title(), /^Error: /);
    assert.equal(await page.inputValue('input[name=until]'), '2027-01-29');
    await fits(page);
    await axe();
    await page.fill('input[name=deputy]', person(world, deputy).email);
    await press(page, 'Name as deputy');
    assert.match(await page.textContent('main'), new RegExp(`${deputy}, from 20 January 2027 to 29 January 2027`));
    await axe();
    await press(page, 'End now');
    await page.goto('/eastmere/teams');
    await page.fill('input[name=kind_name]', `Faculty ${called}`);
    await press(page, 'Add this kind');
    assert.match(await page.textContent('main'), new RegExp(`Faculty ${called}`));
    await fits(page);
    await axe();
    await close();
  });
}

test('a week later the demo is a week further for everybody', async () => {
  const { page, axe, close } = await story(world, { as: 'tutor' });
  await page.goto('/eastmere');
  await press(page, 'A week later');
  assert.match(await page.textContent('.ts-demo'), /Tuesday 26 January 2027/);
  await axe();
  await close();
});
