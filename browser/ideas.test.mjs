// Good practice on its way through the room (E-1 to E-25): recorded on a phone without scripting, decided about on a
// desktop, found and tried by a colleague, reported on, and told of by a partner without an account.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { desktop, fits, openWorld, phone, story, test } from './world.mjs';

let world;
before(async () => { world = await openWorld(); });
after(async () => { await world?.close(); });

const small = { size: phone, scripting: false };

async function looksRight({ page, axe }) {
  await axe();
  await fits(page);
}

const press = async (page, words) => Promise.all([page.waitForLoadState(), page.click(`main button:has-text("${words}")`)]);

async function record(page, did) {
  await page.goto('/eastmere/ideas');
  await page.click('a:has-text("Record something that works")');
  await page.fill('[name=did]', did);
  await page.fill('[name=changed]', 'More of them <speak>.');
  await page.fill('[name=place]', 'Guitar, Thornby');
}

test('E-1, E-2, E-9, E-11, E-16, E-19, E-20: from one classroom to another, on a phone without scripting and back', async () => {
  const finder = await story(world, { as: 'Hannah Sorrell', ...small });
  await finder.page.goto('/eastmere/ideas/new');
  await press(finder.page, 'Send it');
  assert.match(await finder.page.textContent('.govuk-error-summary'), /Say what you did/);
  await looksRight(finder);
  await record(finder.page, 'We tune in pairs & listen.');
  await looksRight(finder);
  await press(finder.page, 'Send it');
  await finder.page.waitForSelector('h1:has-text("We tune in pairs & listen")');
  const item = finder.page.url();
  await looksRight(finder);

  const other = await story(world, { as: 'Owen Cadwallader', ...small });
  await other.page.goto('/eastmere/ideas?search=tune');
  assert.equal(await other.page.locator('main a:has-text("We tune")').count(), 0);
  assert.equal((await other.page.goto(item)).status(), 404);

  const keeper = await story(world, { as: 'Priya Raman', ...small });
  await keeper.page.goto('/eastmere/ideas/waiting');
  await looksRight(keeper);
  await keeper.page.click('a:has-text("We tune in pairs")');
  await looksRight(keeper);
  await keeper.page.check('input[value=send_back]');
  await press(keeper.page, 'Decide');
  assert.match(await keeper.page.textContent('.govuk-error-summary'), /Say why/);
  await looksRight(keeper);
  await keeper.page.check('input[value=agree]');
  await keeper.page.fill('[name=title]', 'Tuning in pairs');
  await press(keeper.page, 'Decide');
  await keeper.page.waitForSelector('h1:has-text("Tuning in pairs")');
  await looksRight(keeper);

  await other.page.goto('/eastmere/ideas?search=tune');
  await looksRight(other);
  await other.page.click('#ideas a:has-text("Tuning in pairs")');
  assert.doesNotMatch(await other.page.textContent('main'), /Hannah Sorrell/);
  await looksRight(other);
  await other.page.click('#try summary');
  await other.page.fill('#trial-place', 'Site, Tuesday');
  await press(other.page, 'I’ll try this');
  await other.page.click('a:has-text("You try this")');
  await looksRight(other);
  await other.page.check('input[value=better]');
  await other.page.check('input[value=own_version]');
  await other.page.fill('[name=report]', 'Three tune together instead.');
  await other.page.fill('[name=changed]', 'It is quicker.');
  await other.page.check('input[name=again][value=yes]');
  await press(other.page, 'Send the report');
  await other.page.waitForSelector('h1:has-text("Three tune together instead")');
  await other.page.waitForSelector('#family ~ ul a:has-text("Tuning in pairs")');
  await looksRight(other);
  for (const each of [finder, other, keeper]) await each.close();
});

test('E-2, E-6, E-8, E-17, E-22: the quality team on a desktop, and a partner without an account', async () => {
  const keeper = await story(world, { as: 'Priya Raman', size: desktop });
  await keeper.page.goto('/eastmere/ideas/partners');
  await keeper.page.fill('#partner-label', 'Hedgerow Learning');
  await press(keeper.page, 'Make an address');
  const address = await keeper.page.textContent('#new-address');
  await looksRight(keeper);

  const partner = await story(world, small);
  await partner.page.goto(address);
  await looksRight(partner);
  for (const [name, text] of [['did', 'Lamps stand where they read.'], ['changed', 'They stay longer.'], ['place', 'Osier Green'], ['name', 'Ruth P']])
    await partner.page.fill(`[name=${name}]`, text);
  await press(partner.page, 'Send it');
  await partner.page.waitForSelector('h1:has-text("Thank you")');
  await looksRight(partner);

  await keeper.page.goto('/eastmere/ideas/meetings');
  await looksRight(keeper);
  await keeper.page.fill('#meeting-people', 'Priya, Daniel');
  await press(keeper.page, 'Begin this meeting');
  const meeting = keeper.page.url();
  await keeper.page.click('a:has-text("Lamps stand where they read")');
  await keeper.page.check('input[value=agree]');
  await looksRight(keeper);
  await press(keeper.page, 'Decide');
  await keeper.page.waitForSelector('#sharings');
  await keeper.page.click('summary:has-text("Record its impact")');
  await keeper.page.fill('#impact-changed', 'They read at home too.');
  await keeper.page.check('#impacts ~ details input[value=one_group]');
  await keeper.page.fill('#impact-evidence', 'Their own words.');
  await press(keeper.page, 'Record this impact');
  await keeper.page.waitForSelector('li:has-text("They read at home too.")');
  await looksRight(keeper);
  await keeper.page.goto(meeting);
  await keeper.page.waitForSelector('#minutes ~ ul li:has-text("impact recorded: They read at home too.")');
  await looksRight(keeper);
  for (const part of ['register', 'digest']) {
    await keeper.page.goto(`/eastmere/ideas/${part}`);
    await looksRight(keeper);
  }

  const tutor = await story(world, { as: 'Marcus Bright', size: desktop });
  await tutor.page.goto('/eastmere/ideas/stages');
  await tutor.page.waitForSelector('.app-funnel');
  await looksRight(tutor);
  await tutor.page.goto('/eastmere/ideas');
  await looksRight(tutor);
  await tutor.page.click('#ideas a:has-text("Lamps stand")');
  await tutor.page.click('summary:has-text("Ask somebody for support")');
  await tutor.page.fill('#question-text', 'Which lamps?');
  await press(tutor.page, 'Ask');
  await tutor.page.waitForSelector('li:has-text("Which lamps?")');
  await looksRight(tutor);
  for (const each of [keeper, partner, tutor]) await each.close();
});

// A picture of one pixel.
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

test('E-7: photos from a phone come with the idea, and are read by those who read it', async () => {
  const finder = await story(world, { as: 'Hannah Sorrell', ...small });
  await finder.page.goto('/eastmere/ideas/new');
  await finder.page.setInputFiles('#practice-file', ['board', 'bench'].map((name) => ({ name: `${name}.png`, mimeType: 'image/png', buffer: pixel })));
  await finder.page.fill('[name=did]', 'The board shows the week.');
  await press(finder.page, 'Send it');
  assert.match(await finder.page.textContent('.govuk-error-summary'), /Say what changed/);
  assert.match(await finder.page.textContent('main form'), /board\.png/);
  await looksRight(finder);
  await finder.page.fill('[name=changed]', 'They plan.');
  await finder.page.fill('[name=place]', 'Room 2');
  await press(finder.page, 'Send it');
  await finder.page.waitForSelector('#files img');
  assert.equal(await finder.page.locator('#files img').count(), 2);
  assert.ok(await finder.page.locator('#files img').first().evaluate((image) => image.complete && image.naturalWidth > 0));
  await looksRight(finder);

  const keeper = await story(world, { as: 'Priya Raman', ...small });
  await keeper.page.goto(finder.page.url());
  await keeper.page.check('input[value=send_back]');
  await keeper.page.fill('[name=reason]', 'A face can be seen.');
  await press(keeper.page, 'Decide');
  await keeper.page.click('summary:has-text("Take a file away")');
  await looksRight(keeper);
  await press(keeper.page, 'Take away bench.png');
  await keeper.page.waitForSelector('text=It stays in the library of its finder.');
  assert.equal(await keeper.page.locator('#files img').count(), 1);
  for (const each of [finder, keeper]) await each.close();
});

test('two that are the same are put together after a second look, and taken apart again', async () => {
  const finder = await story(world, { as: 'Marcus Bright', ...small });
  await record(finder.page, 'A card for each learner.');
  await press(finder.page, 'Send it');
  await finder.page.waitForSelector('h1:has-text("A card for each learner")');
  const item = finder.page.url();
  const keeper = await story(world, { as: 'Priya Raman', ...small });
  await keeper.page.goto(item);
  await keeper.page.check('input[value=merge]');
  await keeper.page.selectOption('[name=into]', { index: 1 });
  await press(keeper.page, 'Decide');
  await keeper.page.waitForSelector('h1:has-text("Put these two together?")');
  await looksRight(keeper);
  await press(keeper.page, 'Put them together');
  await keeper.page.waitForSelector('button:has-text("Take them apart again")');
  await looksRight(keeper);
  await press(keeper.page, 'Take them apart again');
  await keeper.page.waitForSelector('text=Taken apart again by Priya Raman');
  await looksRight(keeper);
  for (const each of [finder, keeper]) await each.close();
});

test('a file is taken away, and an idea withdrawn and put back, on a phone without scripting', async () => {
  const finder = await story(world, { as: 'Hannah Sorrell', ...small });
  const { page } = finder;
  const photo = { name: 'board.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64') };
  await record(page, 'Maps are drawn by heart.');
  await page.setInputFiles('#practice-file', photo);
  await press(page, 'Send it');
  await page.waitForSelector('a:has-text("board.png")');
  await page.click('a:has-text("Change it")');
  await looksRight(finder);
  await page.getByLabel(/^Take away board.png, \d+ bytes$/).check();
  await press(page, 'Send it again');
  assert.equal(await page.locator('a:has-text("board.png")').count(), 0);

  await page.click('summary:has-text("Withdraw it")');
  await looksRight(finder);
  await press(page, 'Withdraw it');
  const banner = page.locator('.govuk-notification-banner');
  assert.match(await banner.textContent(), /“Maps are drawn by heart” is withdrawn\./);
  assert.ok((await banner.boundingBox()).y < phone.height, 'one has to scroll for it');
  await looksRight(finder);
  await page.goto('/eastmere');
  await page.click('a:has-text("Withdrawn: Maps are drawn by heart")');
  await looksRight(finder);
  await press(page, 'Put it back');
  assert.match(await page.textContent('main'), /This waits for the quality team since today/);
  await finder.close();
});

test('a photo that did not come along is asked for until it is chosen, or left out', async () => {
  const keeper = await story(world, { as: 'Priya Raman' });
  await keeper.page.goto('/eastmere/ideas/partners');
  await keeper.page.fill('#partner-label', 'Stowbridge');
  await press(keeper.page, 'Make an address');
  const address = await keeper.page.textContent('#new-address');
  await keeper.close();

  const partner = await story(world, small);
  const { page } = partner;
  const typed = async (fields) => { for (const [name, text] of fields) await page.fill(`[name=${name}]`, text); };
  await page.goto(address);
  await typed([['did', 'Cards lie on each desk.'], ['place', 'Stowbridge'], ['name', 'Ruth P']]);
  await page.setInputFiles('#send-file', { name: 'desk.txt', mimeType: 'text/plain', buffer: Buffer.from('a desk') });
  await press(page, 'Send it');
  assert.match(await page.textContent('#send-file-error'), /Choose the files again/);
  await looksRight(partner);
  await typed([['changed', 'They begin at once.']]);
  await press(page, 'Send it');
  assert.match(await page.textContent('#send-file-error'), /they did not come along/);
  await page.getByLabel('Send it without them').check();
  await press(page, 'Send it');
  await page.waitForSelector('h1:has-text("Thank you")');
  await partner.close();
});
