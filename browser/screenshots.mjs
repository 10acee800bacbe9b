// Takes the pictures of docs/pictures/ from the demo world: one line a picture.
import { mkdirSync } from 'node:fs';
import { begin, choose, saved, themes } from './score_sheet.mjs';
import { desktop, openWorld, phone, story } from './world.mjs';

const folder = 'docs/pictures';

const toResult = async (page) => {
  await page.goto('/eastmere/self-assessments');
  await page.click('main table a');
  await page.waitForURL(/\/result$/);
};

// Some themes judged, as somebody leaves it in the middle.
const toSheet = (count) => async (page) => {
  await begin(page);
  const chosen = ['gold', 'silver', 'silver', 'bronze'];
  for (const [n, theme] of (await themes(page)).slice(0, count).entries()) {
    await choose(page, theme, chosen[n]);
    await page.locator('[data-answered]', { hasText: String(n + 1) }).waitFor();
  }
  await saved(page);
  await page.evaluate(() => scrollTo(0, 0));
};

const pictures = [
  { name: 'sign-in', size: desktop, prepare: (page) => page.goto('/sign-in') },
  { name: 'your-work', as: 'Hannah Sorrell', prepare: (page) => page.goto('/eastmere') },
  { name: 'score-sheet', as: 'Stefan Ilić', size: { width: 1280, height: 1500 }, prepare: toSheet(4) },
  { name: 'phone', as: 'Chipo Moyo', size: phone, prepare: async (page) => {
    await toSheet(2)(page);
    await page.locator('[id="core-skills"]').scrollIntoViewIfNeeded();
    await page.evaluate(() => document.getElementById('core-skills').scrollIntoView());
  } },
  { name: 'result', as: 'Hannah Sorrell', size: { width: 1280, height: 1400 }, prepare: toResult },
  { name: 'radar', as: 'Hannah Sorrell', prepare: async (page) => {
    await toResult(page);
    await page.click('text=Show as a radar');
    await page.waitForURL(/shape=radar/);
  }, part: '.ts-chart' },
  { name: 'the-college', as: 'quality manager', size: { width: 1280, height: 1400 }, prepare: (page) => page.goto('/eastmere/institution') },
  { name: 'ideas', as: 'quality manager', size: { width: 1280, height: 1400 }, prepare: (page) => page.goto('/eastmere/ideas') },
  { name: 'idea', as: 'quality manager', size: { width: 1280, height: 1400 }, prepare: async (page) => {
    await page.goto('/eastmere/ideas');
    await page.locator('main a[href^="/eastmere/ideas/01"]').first().click();
  } },
  { name: 'idea-new', as: 'Hannah Sorrell', size: phone, prepare: (page) => page.goto('/eastmere/ideas/new') },
  { name: 'evidence', as: 'Hannah Sorrell', size: { width: 1280, height: 1100 }, prepare: (page) => page.goto('/eastmere/evidence') },
  { name: 'evidence-new', as: 'Hannah Sorrell', size: { width: 1280, height: 1100 }, prepare: async (page) => {
    await page.goto('/eastmere/evidence/new');
    await page.check('input[name=kind][value=file]');
  } },
  { name: 'paper', as: 'Hannah Sorrell', size: { width: 1123, height: 1300 }, prepare: async (page) => {
    await toResult(page);
    await page.click('text=Print this score sheet');
    await page.waitForURL(/\/paper$/);
    await page.emulateMedia({ media: 'print' });
  } },
  { name: 'year-invitation', as: 'Daniel Ashworth', size: { width: 1280, height: 1000 }, prepare: async (page) => {
    await page.goto('/eastmere/staff-list');
    await page.fill('input[name=name]', 'Wren Quill');
    await page.fill('input[name=email]', 'wren.quill@eastmere.example');
    await page.selectOption('select[name=team]', { label: 'Construction' });
    await page.click('text=Add this person');
    await page.click('button:has-text("Make a link")');
    await page.locator('.app-slip').waitFor();
  } },
  { name: 'year-shared', as: 'Priya Raman', size: { width: 1280, height: 850 }, prepare: async (page) => {
    await page.goto('/eastmere/self-assessments');
    await page.click('main a[href*="/shared/"]');
  } },
  // It begins a sheet, which the pictures above must not meet.
  { name: 'year-next', as: 'Hannah Sorrell', size: { width: 1280, height: 1200 }, prepare: begin },
];

mkdirSync(folder, { recursive: true });
const world = await openWorld();
try {
  for (const { name, as = null, size = desktop, prepare, part = null } of pictures) {
    const { page, close } = await story(world, { as, size });
    await prepare(page);
    await page.mouse.move(0, 0);
    await (part ? page.locator(part).first() : page).screenshot({ path: `${folder}/${name}.png` });
    await close();
    console.log(`${folder}/${name}.png`);
  }
} finally {
  await world.close();
}
