// Signing in: what everyone sees first, on a desktop, on a phone, and without scripting.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { desktop, fits, openWorld, person, phone, signIn, story, test } from './world.mjs';

let world;
before(async () => { world = await openWorld(); });
after(async () => { await world?.close(); });

for (const [called, setting] of [
  ['on a desktop', { size: desktop }],
  ['on a phone', { size: phone }],
  ['without scripting', { size: phone, scripting: false }],
]) {
  test(`the sign-in page is accessible and fits, ${called}`, async () => {
    const { page, axe, close } = await story(world, setting);
    const answer = await page.goto('/sign-in');
    assert.equal(answer.status(), 200);
    assert.match(await page.title(), /Sign in/);
    await fits(page);
    await axe();
    await close();
  });

  test(`the accessibility statement is accessible and one link away, ${called}`, async () => {
    const { page, axe, close } = await story(world, setting);
    await page.goto('/sign-in');
    await page.click('footer >> text=Accessibility statement');
    assert.equal(new URL(page.url()).pathname, '/accessibility');
    assert.match(await page.textContent('main'), /not tested yet/);
    await fits(page);
    await axe();
    await close();
  });

  test(`a wrong password is explained beside the field, ${called}`, async () => {
    const { page, axe, close } = await story(world, setting);
    await page.goto('/sign-in');
    await page.fill('input[name=email]', person(world, 'tutor').email);
    await page.fill('input[name=password]', 'not the password');
    await page.click('main button[type=submit]');
    assert.match(await page.title(), /^Error: /);
    assert.equal(await page.inputValue('input[name=email]'), person(world, 'tutor').email);
    assert.equal(await page.inputValue('input[name=password]'), '');
    await axe();
    await close();
  });

  test(`a tutor signs in and out again, ${called}`, async () => {
    const { page, axe, close } = await story(world, setting);
    await signIn(page, person(world, 'tutor'));
    await fits(page);
    await axe();
    await page.click('text=Sign out');
    await page.goto('/account');
    assert.equal(new URL(page.url()).pathname, '/sign-in');
    await close();
  });

  test(`a slip for next time is printed, signs in once, and can be taken back, ${called}`, async () => {
    const { email, password } = person(world, 'tutor');
    const { page, axe, close } = await story(world, { ...setting, as: 'tutor' });
    const proper = async () => { await fits(page); await axe(); };
    const press = (what) => Promise.all([page.waitForNavigation(), page.click(what)]);
    const make = 'form[action="/account/slip"] button[type=submit]';
    await page.goto('/account');
    await press(make);
    assert.match(await page.title(), /^Error: /);
    await proper();
    await page.fill('input[name=slip_password]', password);
    await press(make);
    assert.match(await page.textContent('h1'), /A slip for next time/);
    await proper();
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.isVisible('.app-slip svg'));
    assert.ok(!await page.isVisible('main .app-screen-only'));
    await page.emulateMedia({ media: null });
    const link = (await page.textContent('.app-slip__link')).trim();
    await page.goto('/account');
    assert.match(await page.textContent('main'), /A slip waits/);
    await proper();

    await page.context().clearCookies();
    await page.goto(link);
    assert.match(await page.textContent('main'), new RegExp(`You sign in as ${email} by your slip`));
    await proper();
    await press('main button[type=submit]');
    assert.equal(new URL(page.url()).pathname, '/eastmere');
    await page.goto(link);
    assert.match(await page.textContent('main'), /This slip does not work any more/);
    await proper();

    await page.goto('/account');
    await page.fill('input[name=slip_password]', password);
    await press(make);
    await page.goto('/account');
    await press('form[action="/account/slip/removal"] button');
    assert.match(await page.textContent('main'), /The slip does not work any more/);
    await proper();
    await close();
  });
}
