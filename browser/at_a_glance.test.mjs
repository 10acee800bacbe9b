// What to do stands first, and what one reads is whole, on small windows too.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { desktop, fits, openWorld, phone, story, test } from './world.mjs';
import { begin, choose, finish, themes } from './score_sheet.mjs';

let world;
before(async () => { world = await openWorld(); });
after(async () => { await world?.close(); });

test('with a score sheet open the first button goes on with it, and asks for nothing', async () => {
  const { page, axe, close } = await story(world, { as: 'Hannah Sorrell', size: phone });
  const sheet = await begin(page);
  await page.goto('/eastmere/self-assessments');
  const button = page.locator('main .govuk-button').first();
  assert.match(await button.textContent(), /^\s*Go on with Spring 2027\s*$/);
  assert.ok((await button.boundingBox()).y < phone.height, 'one has to scroll for it');
  const asked = page.locator('input[name=name]');
  const above = (await asked.count()) > 0 && (await asked.boundingBox()).y < (await button.boundingBox()).y;
  assert.equal(above, false, 'something is asked for before it');
  await axe();
  await button.click();
  assert.equal(new URL(page.url()).pathname, sheet);
  await close();
});

test('buttons that stand beside each other do not touch', async () => {
  const { page, close } = await story(world, { as: 'quality manager', size: desktop });
  await page.goto('/eastmere/standards/personal-tutoring@1.0/own-version');
  const edges = await page.locator('main form > .govuk-button').evaluateAll((all) => all.map((button) => button.getBoundingClientRect())
    .map(({ left, right, top }) => ({ left, right, top })));
  const beside = edges.slice(1).map((edge, i) => [edges[i], edge]).filter(([one, next]) => one.top === next.top);
  assert.ok(beside.length > 0, 'none stand beside each other');
  for (const [one, next] of beside) assert.ok(next.left - one.right >= 10, `${next.left - one.right} px apart`);
  await close();
});

test('four times enlarged, the list of score sheets fits its window', async () => {
  const { page, close } = await story(world, { as: 'Marcus Bright', size: { width: 320, height: 256 } });
  await page.goto('/eastmere/self-assessments');
  await fits(page);
  await close();
});

test('on a phone each theme of the picture is there whole, with its level and how it moved', async () => {
  const { page, close } = await story(world, { as: 'Leila Hosseini', size: phone });
  await begin(page);
  const keys = await themes(page);
  for (const key of keys) await choose(page, key, 'minimum');
  await choose(page, keys[0], 'below_minimum');
  await choose(page, keys[1], 'not_my_job');
  await finish(page);
  const cut = await page.locator('.ts-chart__bars text').evaluateAll((all) =>
    all.filter((text) => text.getBoundingClientRect().right > innerWidth).map((text) => text.textContent));
  assert.deepEqual(cut, []);
  await close();
});

test('on a phone every cell of a table is there whole, after the name of its column', async () => {
  const { page, axe, close } = await story(world, { as: 'Leila Hosseini', size: phone });
  const cut = () => page.locator('.ts-stacks td').evaluateAll((all) =>
    all.filter((cell) => cell.scrollWidth > cell.clientWidth || cell.getBoundingClientRect().right > innerWidth).length);
  await page.goto('/eastmere/self-assessments');
  const name = page.locator('.ts-stacks__name', { hasText: 'Overall level' }).first();
  assert.ok(await name.isVisible());
  assert.equal(await cut(), 0);
  await fits(page);
  await axe();
  await page.locator('.ts-stacks th a').first().click();
  await page.click('summary:has-text("The same as a table")');
  assert.equal(await cut(), 0);
  await axe();
  await page.setViewportSize(desktop);
  assert.ok(await page.locator('.ts-stacks__name').first().isHidden());
  await close();
});

test('who has nothing waiting is shown where to go', async () => {
  const { page, close } = await story(world, { as: 'Callum Reid' });
  await page.goto('/eastmere');
  await page.click('main a:has-text("Score yourself")');
  assert.equal(new URL(page.url()).pathname, '/eastmere/self-assessments');
  await close();
});
