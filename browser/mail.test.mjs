// What comes by mail: links to sign in, to choose a password, to confirm an address and to come in for the first time.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { desktop, fits, openWorld, person, phone, story, test } from './world.mjs';

let world;
let post;
before(async () => {
  post = await openPost();
  world = await openWorld(['--smtp', post.url, '--mail-from', 'Touchstone <touchstone@eastmere.example>']);
});
after(async () => {
  await world?.close();
  post?.close();
});

// A real mail server: {url, next(to), close()}. next() is the text of the next mail, which must be to that address.
async function openPost() {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-post-'));
  const server = spawn('/usr/bin/python3', ['src/platform/mail/testing_smtp.py', folder], { stdio: ['pipe', 'ignore', 'ignore'] });
  const file = async (name) => {
    const path = join(folder, name);
    for (let tries = 0; tries < 1200 && !existsSync(path); ++tries) await pause(100);
    return readFileSync(path, 'utf8');
  };
  const port = await file('port');
  let seen = 0;
  const next = async (to) => {
    seen += 1;
    const mail = await file(`${seen}.eml`);
    assert.match(mail, new RegExp(`^X-To: ${to}`, 'm'));
    return mail.slice(mail.indexOf('\r\n\r\n')).replaceAll('=\r\n', '').replaceAll('=3D', '=');
  };
  const close = () => {
    server.stdin.end();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `smtp://127.0.0.1:${port}`, next, close };
}

const linkIn = (text) => text.match(/https?:\/\/\S+/)[0];

const press = (page) => Promise.all([page.waitForNavigation(), page.click('main button[type=submit]')]);

for (const [called, setting] of [
  ['on a desktop', { size: desktop }],
  ['on a phone', { size: phone }],
  ['without scripting', { size: phone, scripting: false }],
]) {
  test(`somebody signs in by a link, and a phone remembers them for their own sheets, ${called}`, async () => {
    const { page, axe, close } = await story(world, setting);
    const { email } = person(world, 'tutor');
    const proper = async () => { await fits(page); await axe(); };
    await page.goto('/sign-in');
    await page.click('text=Sign in without a password');
    await page.fill('input[name=email]', 'not an address');
    await press(page);
    assert.match(await page.title(), /^Error: /);
    await proper();
    await page.fill('input[name=email]', email);
    await press(page);
    assert.match(await page.textContent('h1'), /Look at your mail/);
    await proper();
    await page.goto(linkIn(await post.next(email)));
    assert.match(await page.textContent('main'), new RegExp(`You sign in as ${email}`));
    await proper();
    await press(page);
    assert.equal(new URL(page.url()).pathname, '/eastmere');
    await page.goto('/account');
    await Promise.all([page.waitForNavigation(), page.click('text=Remember me on this device')]);
    assert.match(await page.textContent('main'), /This device remembers you/);
    await proper();
    const kept = (await page.context().cookies()).filter(({ name }) => name.includes('device'));
    assert.equal(kept.length, 1);
    await page.context().clearCookies();
    await page.context().addCookies(kept);
    await page.goto('/eastmere/self-assessments');
    assert.equal(new URL(page.url()).pathname, '/eastmere/self-assessments');
    await proper();
    await page.goto('/account');
    assert.equal(new URL(page.url()).pathname, '/sign-in');
    await close();
  });
}

test('a forgotten password, another address and a first invitation, each by a link', async () => {
  const { page, axe, close } = await story(world, { size: phone });
  const { email } = person(world, 'marcus.bright@eastmere.example');
  await page.goto('/sign-in');
  await page.click('text=Forgotten password');
  await axe();
  await page.fill('input[name=email]', email);
  await press(page);
  await page.goto(linkIn(await post.next(email)));
  await axe();
  await page.fill('input[name=new_password]', 'nine quiet harbours');
  await press(page);
  assert.match(await post.next(email), /was changed just now/);

  await page.goto('/account');
  await page.fill('input[name=email]', 'marcus@eastmere.example');
  await page.fill('input[name=email_password]', 'nine quiet harbours');
  await Promise.all([page.waitForNavigation(), page.click('form[action="/account/email"] button')]);
  assert.match(await page.textContent('main'), /A link is on its way/);
  await fits(page);
  await axe();
  await page.goto(linkIn(await post.next('marcus@eastmere.example')));
  await axe();
  await press(page);
  assert.match(await page.textContent('h1'), /Your email address is changed/);
  await axe();
  assert.match(await post.next(email), /no longer as marcus/);
  await close();

  const keeper = await story(world, { as: 'daniel.ashworth@eastmere.example' });
  await keeper.page.goto('/eastmere/staff-list');
  await keeper.page.fill('input[name=name]', 'Noor Haddad');
  await keeper.page.fill('form[method=post] input[name=email]', 'noor@eastmere.example');
  const team = await keeper.page.$eval('select[name=team]', (select) => [...select.options].find(({ value }) => value).value);
  await keeper.page.selectOption('select[name=team]', team);
  await Promise.all([keeper.page.waitForNavigation(), keeper.page.click('main form[method=post]:has(input[name=name]) button')]);
  await keeper.axe();
  await Promise.all([keeper.page.waitForNavigation(), keeper.page.click('text=Send a link by mail')]);
  assert.match(await keeper.page.textContent('h1'), /A link is on its way to Noor Haddad/);
  await keeper.axe();
  await keeper.close();
  const guest = await story(world);
  await guest.page.goto(linkIn(await post.next('noor@eastmere.example')));
  assert.match(await guest.page.textContent('main'), /Noor Haddad, who signs in as/);
  await guest.close();
});
