// The world in which browser stories happen: one server on a data directory of its own, filled with the demo people,
// and one Chromium. Every page that a story opens is watched; see story().
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as nodeTest } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const binary = process.env.TOUCHSTONE_BINARY ?? 'build/dev/touchstone';
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 375, height: 740 };

// A story that hangs fails after this many milliseconds; one step of it after a quarter of them.
const patience = 600_000;

// node:test's own, with an end.
export const test = (name, body) => nodeTest(name, { timeout: patience }, body);

// {address, people, browser, idle, close()}. `people` is what `touchstone demo` printed; `idle` are pages that wait for
// the next story, by kind; `options` are more for `serve`.
export async function openWorld(options = []) {
  const data = mkdtempSync(join(tmpdir(), 'touchstone-story-'));
  const open = {};
  const close = async () => {
    try {
      await open.browser?.close();
      if (open.server) await stop(open.server.process);
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  };
  try {
    const people = readPeople(execFileSync(binary, ['demo', '--data', data], { encoding: 'utf8' }));
    open.server = await startServer(data, options);
    open.browser = await startBrowser();
    return { address: open.server.address, people, browser: open.browser, idle: new Map(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

// The first person of the demo whose role ("tutor", wherever they teach), e-mail or name it is.
export function person(world, who) {
  const found = world.people.find(({ role, email, name }) => [role.split(',')[0], email, name].includes(who));
  assert.ok(found, `nobody in the demo is "${who}"`);
  return found;
}

// A page in a browser of its own: {page, axe(), close()}.
//   size       desktop (the default) or phone
//   scripting  false: the page's scripts do not run
//   as         whom to sign in as: role, e-mail or name
//   policy     false: the content security policy is off, for stories that must not lean on it
// close() fails when anything appeared in the console, broke the policy, asked another server, when a page or what
// its script sends was answered with 500 or more, or anything that a page takes in with 400 or more.
export async function story(world, { size = desktop, scripting = true, as = null, policy = true } = {}) {
  const kind = `scripting ${scripting}, policy ${policy}`;
  const page = await takePage(world, kind, { javaScriptEnabled: scripting, bypassCSP: !policy });
  await page.setViewportSize(size);
  const trouble = watch(page, world.address);
  const close = async () => {
    await (policy ? givePageBack(world, kind, page) : page.context().close());
    assert.deepEqual(trouble, [], 'what the browser complained of');
  };
  page.setDefaultTimeout(patience / 4);
  if (as) await page.goto(await comeIn(page.context(), person(world, as)));
  return { page, axe: () => (scripting ? axe(page) : axeOfCopy(page, world)), close };
}

// A browser's process costs more than most stories, so what one has used the next one gets, emptied.
async function takePage(world, kind, options) {
  const idle = world.idle.get(kind)?.pop();
  if (idle) return idle;
  const context = await world.browser.newContext({ locale: 'en-GB', baseURL: world.address, ...options });
  return context.newPage();
}

const heard = ['console', 'dialog', 'download', 'pageerror', 'request', 'requestfailed', 'requestfinished', 'response'];

async function givePageBack(world, kind, page) {
  const context = page.context();
  for (const event of heard) page.removeAllListeners(event);
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.unrouteAll({ behavior: 'wait' });
  await page.goto('about:blank');
  await page.emulateMedia({ media: null });
  await context.clearCookies();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin: world.address, storageTypes: 'all' });
  await devtools.send('Network.clearBrowserCache');
  await devtools.detach();
  world.idle.set(kind, [...(world.idle.get(kind) ?? []), page]);
}

// Signs in without a page, which costs a quarter of the time; the address that one then comes to.
async function comeIn(context, { email, password }) {
  const form = await (await context.request.get('/sign-in')).text();
  const [, csrf] = /name="csrf" value="([^"]+)"/.exec(form);
  const answer = await context.request.post('/sign-in', { form: { csrf, email, password } });
  assert.equal(answer.status(), 200, `${email} cannot sign in`);
  return answer.url();
}

// The same in the page, as people do.
export async function signIn(page, { email, password }) {
  await page.goto('/sign-in');
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await Promise.all([page.waitForURL((url) => url.pathname !== '/sign-in'), page.click('main button[type=submit]')]);
}

// No breach of WCAG 2.2 AA or of axe's best practice on what is shown now.
export async function axe(page) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  const said = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' | ')}`);
  assert.deepEqual(said, [], `axe on ${page.url()}`);
}

// axe itself is a script: where scripting is off it looks at a copy of the page whose own scripts are left out.
async function axeOfCopy(page, world) {
  const kind = 'scripting true, policy true';
  const copy = await takePage(world, kind, {});
  const body = await page.content();
  await copy.setViewportSize(page.viewportSize());
  await copy.route('**/*.js', (route) => route.abort());
  await copy.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await copy.goto(page.url());
  await axe(copy);
  await givePageBack(world, kind, copy);
}

// Nothing is wider than the window: nobody has to scroll sideways.
export async function fits(page) {
  const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, globalThis.innerWidth]);
  assert.ok(wide <= window, `${page.url()} is ${wide} px wide in a window of ${window}`);
}

function watch(page, address) {
  const trouble = [];
  page.on('console', (message) => {
    // The browser also logs every refusal, which is what some stories are about; answers are watched below.
    if (message.text().startsWith('Failed to load resource')) return;
    if (['error', 'warning'].includes(message.type())) trouble.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => trouble.push(`${page.url()}: ${error.message}`));
  page.on('response', (answer) => {
    const asked = answer.request();
    const mayRefuse = asked.isNavigationRequest() || asked.resourceType() === 'fetch';
    const refused = answer.status() >= (mayRefuse ? 500 : 400);
    if (refused) trouble.push(`${answer.url()}: answered ${answer.status()}`);
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== address && protocol !== 'data:') trouble.push(`${page.url()}: asked for ${request.url()}`);
  });
  return trouble;
}

function readPeople(text) {
  const told = JSON.parse(text);
  return told.people ?? told;
}

async function startServer(data, options) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(binary, ['serve', '--data', data, '--listen', `127.0.0.1:${port}`, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => { said += piece; });
  for (let tries = 0; tries < 300; ++tries) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${address}/healthz`).catch(() => null);
    if (answer?.ok) return { process: child, address };
    await pause(100);
  }
  child.kill('SIGKILL');
  throw new Error(`the server did not start:\n${said}`);
}

async function stop(child) {
  if (child.exitCode !== null) throw new Error(`the server ended by itself, with ${child.exitCode}`);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const status = await Promise.race([ended, pause(15_000, 'nothing within 15 s', { ref: false })]);
  if (status === 0) return;
  child.kill('SIGKILL');
  throw new Error(`the server did not stop in order: ${status}`);
}

// Chromium asks nobody outside this machine; as root it needs to run without its sandbox.
function startBrowser() {
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--font-render-hinting=none'];
  if (process.getuid() === 0) args.push('--no-sandbox');
  const executablePath = process.env.TOUCHSTONE_CHROMIUM ?? '/usr/bin/chromium-headless-shell';
  return chromium.launch({ executablePath, args });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
