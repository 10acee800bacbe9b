// Takes the pictures of docs/pictures/ from the demo world: one line a picture.
import { mkdirSync } from 'node:fs';
import { desktop, openWorld, phone, story } from './world.mjs';

const folder = 'docs/pictures';
const pictures = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'sign-in-phone', path: '/sign-in', size: phone },
];

mkdirSync(folder, { recursive: true });
const world = await openWorld();
try {
  for (const { name, path, as = null, size = desktop, prepare = null } of pictures) {
    const { page, close } = await story(world, { as, size });
    await page.goto(path);
    if (prepare) await prepare(page);
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
    await close();
    console.log(`${folder}/${name}.png`);
  }
} finally {
  await world.close();
}
