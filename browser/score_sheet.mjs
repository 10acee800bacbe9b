// What the stories about score sheets do over and over.
import assert from 'node:assert/strict';

// Begins a score sheet, or goes on with the open one; leaves the page at its themes and returns its path.
export async function begin(page, name = null) {
  await page.goto('/eastmere/self-assessments');
  const open = page.locator('main a.govuk-button', { hasText: 'Go on with' });
  if (await open.count()) await open.click();
  else {
    if (name !== null) await page.fill('input[name=name]', name);
    await page.click('main form button:has-text("Start")');
  }
  await page.waitForURL(/self-assessments\/[a-z0-9]{26}$/);
  return new URL(page.url()).pathname;
}

export const themes = (page) => page.locator('section.ts-theme').evaluateAll((all) => all.map(({ id }) => id));

// One tap, on the words of a level as a thumb would hit them.
export const choose = (page, theme, level) =>
  page.locator(`label:has(input[name="${theme}.level"][value="${level}"]) > span`).click();

// Of a theme that stands at Gold: the first statement of Silver no longer holds.
export async function untickSilver(page) {
  await fold(page, 'core-values', 'All the statements');
  await page.locator('input[name="core-values.holds"][value^="silver."]').first().uncheck();
}

export const answer = (page, theme) => page.locator(`input[name="${theme}.level"]:checked`).getAttribute('value');

export const fold = (page, theme, words) => page.locator(`section[id="${theme}"] summary`, { hasText: words }).click();

export const status = (page) => page.locator('[data-status]');

export async function says(page, words) {
  await page.waitForFunction(([pattern, flags]) =>
    new RegExp(pattern, flags).test(document.querySelector('[data-status]')?.textContent ?? ''), [words.source, words.flags]);
}

// Saved by the script: at which time stands there to read.
export const saved = (page) => says(page, /^Saved \d{1,2}:\d\d$/);

export async function finish(page, { every = null } = {}) {
  if (every) for (const theme of await themes(page)) await choose(page, theme, every);
  await page.click('button:has-text("Finish and see what it adds up to")');
  await page.waitForURL(/\/result$/);
}

export async function heading(page, words) {
  assert.match(await page.textContent('h1'), words);
}
