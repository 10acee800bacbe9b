// No text that somebody typed runs in a browser, even where the content security policy is off.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { begin, themes } from './score_sheet.mjs';
import { openWorld, story, test } from './world.mjs';
import { payloads } from './xss_payloads.mjs';

let world;
before(async () => { world = await openWorld(); });
after(async () => { await world?.close(); });

// A page on which payloads can run: {page, fired(), close()}. fired() is what ran so far, anywhere on the page or in its frames.
async function trap(as) {
  const opened = await story(world, { as, policy: false });
  const dialogs = [];
  opened.page.on('dialog', (dialog) => { dialogs.push(dialog.message()); dialog.dismiss(); });
  await opened.page.addInitScript(() => {
    globalThis.ran = [];
    globalThis.fire = (what) => globalThis.top.ran.push(what);
  });
  return { ...opened, fired: async () => [...dialogs, ...await opened.page.evaluate(() => globalThis.ran)] };
}

// Posts a form as the page would; the answer is {status, url, text}.
const post = (page, path, fields) => page.evaluate(async ([where, pairs]) => {
  const body = new URLSearchParams(pairs);
  body.set('csrf', document.querySelector('input[name=csrf]').value);
  const answer = await fetch(where, { method: 'POST', body });
  return { status: answer.status, url: answer.url, text: await answer.text() };
}, [path, fields]);

const textOf = (page, path) => page.evaluate((where) => fetch(where).then((answer) => answer.text()), path);

// Shows every text as a page of its own in a frame, and moves the mouse and the focus over whatever could be waiting for it.
async function show(page, texts) {
  for (const text of texts) {
    await page.evaluate((source) => new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.addEventListener('load', () => {
        const { contentDocument: shown, contentWindow: inside } = frame;
        for (const each of shown.querySelectorAll('*'))
          for (const event of ['mouseover', 'mouseenter', 'focus', 'focusin', 'toggle', 'animationstart', 'load', 'error', 'click'])
            if (each.getAttributeNames().some((name) => name.startsWith('on'))) each.dispatchEvent(new inside.Event(event));
        setTimeout(() => { frame.remove(); resolve(); }, 30);
      });
      frame.srcdoc = source;
      document.body.append(frame);
    }), text);
  }
}

// No attribute that listens, no script but our own: what would run only later is found as well.
async function holdsOnlyItsOwn(page, texts) {
  const strange = await page.evaluate((all) => all.flatMap((text) => {
    const parsed = new DOMParser().parseFromString(text, 'text/html');
    return [...parsed.querySelectorAll('*')].filter((each) =>
      each.getAttributeNames().some((name) => name.startsWith('on') || name === 'style' || name === 'srcdoc')
      || ['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'STYLE', 'MATH'].includes(each.tagName)
      || (each.tagName === 'SCRIPT' && !/^\/assets\//.test(each.getAttribute('src') ?? ''))
      || /^\s*(javascript|data|vbscript):/i.test(each.getAttribute('href') ?? each.getAttribute('src') ?? '')).map((each) => each.outerHTML);
  }), texts);
  assert.deepEqual(strange, []);
}

const quietly = async ({ page, fired, close }, texts) => {
  await holdsOnlyItsOwn(page, texts);
  await show(page, texts);
  assert.deepEqual(await fired(), []);
  await close();
};

test('there are eighty payloads and more, and they do run where nothing is escaped', async () => {
  assert.ok(new Set(payloads).size >= 80, `${new Set(payloads).size}`);
  const { page, fired } = await trap(null);
  await page.goto('/sign-in');
  await show(page, payloads.map((payload) => `<!DOCTYPE html><body>${payload}<p title="${payload}" class='${payload}'>x</p><textarea>${payload}</textarea>`));
  const ran = new Set(await fired());
  assert.ok(ran.size >= payloads.length / 2, `only ${ran.size} of ${payloads.length} ran: this test would see nothing`);
  await page.context().close();
});

test('no payload runs from the e-mail address that the sign-in page shows again', async () => {
  const trapped = await trap(null);
  await trapped.page.goto('/sign-in');
  const texts = [];
  for (const payload of payloads) {
    const { status, text } = await post(trapped.page, '/sign-in', [['email', payload], ['password', ''], ['next', payload]]);
    assert.equal(status, 422);
    texts.push(text);
  }
  assert.ok(texts.some((text) => text.includes('fire(')));
  await quietly(trapped, texts);
});

test('no payload runs from notes, on the sheet, the result, the clash page or a refusal', async () => {
  const trapped = await trap('Marcus Bright');
  const { page } = trapped;
  const sheet = await begin(page);
  const keys = await themes(page);
  const texts = [];
  for (let i = 0, round = 0; i < payloads.length; i += keys.length, ++round) {
    const noted = payloads.slice(i, i + keys.length);
    const fields = (version) => noted.flatMap((note, n) =>
      [[`${keys[n]}.note`, note], [`${keys[n]}.level`, 'silver'], [`${keys[n]}.version`, `${version}`]]);
    assert.equal((await post(page, `${sheet}/judgements`, [...fields(round), ['then', 'save']])).status, 200);
    const clash = await post(page, `${sheet}/judgements`, fields(0).map(([name, value]) => [name, name.endsWith('.note') ? `${value}!` : value]));
    assert.equal(clash.status, 409);
    const refused = await post(page, `${sheet}/judgements`, [...fields(round + 1), ['core-skills.statements', '1']]);
    assert.equal(refused.status, 422);
    texts.push(await textOf(page, sheet), await textOf(page, `${sheet}/result`), await textOf(page, `${sheet}/paper`), clash.text, refused.text);
    // The last round may hold fewer: the versions of the others stay behind, so it must be the last.
    if (noted.length < keys.length) break;
  }
  assert.ok(texts[0].includes('fire('));
  await quietly(trapped, texts);
});

test('no payload runs from targets, kept or refused, or from where they are due', async () => {
  const trapped = await trap('Leila Hosseini');
  const { page } = trapped;
  const sheet = await begin(page);
  const keys = await themes(page);
  await post(page, `${sheet}/judgements`, keys.flatMap((key) => [[`${key}.level`, 'bronze'], [`${key}.version`, '0']]));
  const texts = [];
  for (let i = 0; i < payloads.length; i += keys.length) {
    const aims = payloads.slice(i, i + keys.length);
    for (const [n, text] of aims.entries()) {
      const fields = [['text', text], ['level_aimed', 'silver'], ['version', `${i / keys.length}`], ['due_on', '2027-06-30']];
      const { status, url } = await post(page, `${sheet}/targets/${keys[n]}`, fields);
      assert.equal(status, 200, url);
    }
    texts.push(await textOf(page, `${sheet}/result`), await textOf(page, '/eastmere'));
    const wrong = await post(page, `${sheet}/targets/${keys[0]}`, [['text', aims[0]], ['level_aimed', aims[0]], ['version', '1'], ['due_on', '2027-06-30']]);
    assert.equal(wrong.status, 422);
    texts.push(wrong.text);
  }
  assert.ok(texts[0].includes('fire(') && texts[1].includes('fire('));
  await quietly(trapped, texts);
});

// Nobody begins more than fifty sheets a day.
for (const [person, rest] of [['Rajesh Iyer', 0], ['Leila Hosseini', 1], ['Marcus Bright', 2]]) test(`no payload runs from the names of score sheets of ${person}, on any page that shows them`, async () => {
  const trapped = await trap(person);
  const { page } = trapped;
  await post(page, `${await begin(page)}/bin`, []);  // nothing stands open
  await page.goto('/eastmere/self-assessments');
  const texts = [];
  let named = 0;
  let sheet;
  for (const payload of payloads.filter((_, n) => n % 3 === rest)) {
    const begun = await post(page, '/eastmere/self-assessments', [['name', payload], ['standard', 'personal-tutoring@1.0']]);
    if ([...payload].length > 60) {
      assert.equal(begun.status, 422);
      texts.push(begun.text);
      continue;
    }
    sheet = new URL(begun.url).pathname;
    if (named++ % 10 === 0) texts.push(begun.text, await textOf(page, `${sheet}/result`), await textOf(page, `${sheet}/paper`));
    const finished = await post(page, `${sheet}/judgements`, [['coaching.level', 'gold'], ['coaching.version', '0']]);
    assert.equal(finished.status, 200);
    assert.equal((await post(page, `${sheet}/${named % 2 ? 'submission' : 'bin'}`, [])).status, 200);
  }
  assert.ok(named >= 13, `${named} short enough for a name`);
  for (const path of ['/eastmere', '/eastmere/bin', '/eastmere/self-assessments']) {
    texts.push(await textOf(page, path));
    await page.goto(path);
    assert.deepEqual(await trapped.fired(), []);
  }
  await post(page, `${sheet}/bin`, []);
  await begin(page);
  await page.goto('/eastmere/self-assessments');
  await quietly(trapped, texts);
});

test('no payload runs from comments, kept or refused, or from whom a sheet is to be shared with', async () => {
  const trapped = await trap('Rajesh Iyer');
  const { page } = trapped;
  const sheet = await begin(page);
  const texts = [];
  for (const payload of payloads.slice(0, 20)) {
    const refused = await post(page, `${sheet}/shares`, [['email', payload], ['part', payload]]);
    assert.equal(refused.status, 422);
    texts.push(refused.text);
  }
  await post(page, `${sheet}/shares`, [['email', 'priya.raman@eastmere.example']]);
  const [shared] = (await textOf(page, `${sheet}/shares`)).match(/\/eastmere\/shared\/[a-z0-9]+/);
  for (const payload of payloads)
    assert.equal((await post(page, `${shared}/comments`, [['theme', 'coaching'], ['text', payload]])).status, 200);
  const wrong = await post(page, `${shared}/comments`, [['theme', 'coaching'], ['text', payloads[0] + 'x'.repeat(2000)]]);
  assert.equal(wrong.status, 422);
  texts.push(await textOf(page, shared), wrong.text);
  assert.ok(texts.at(-2).includes('fire('));
  await quietly(trapped, texts);
});

test('no payload runs from good practice: recorded, decided about, tried, asked about, minuted or sent by a partner', async () => {
  const trapped = await trap('Stefan Ilić');
  const keeper = await trap('quality manager');
  const { page } = trapped;
  await page.goto('/eastmere/ideas/new');
  await keeper.page.goto('/eastmere/ideas/partners');
  const texts = [];
  const known = await keeper.page.inputValue('input[name=known]');
  const made = await post(keeper.page, '/eastmere/ideas/partners', [['label', payloads[0]], ['known', known]]);
  const door = /\/eastmere\/ideas\/send\/[\w-]+/.exec(made.text)[0];
  const meeting = new URL((await post(keeper.page, '/eastmere/ideas/meetings', [['held_on', '2027-01-19'], ['people', payloads[1]]])).url).pathname;
  const adviser = /name="adviser"[^>]*value="(\w{26})"/;
  for (const [n, payload] of payloads.entries()) {
    const line = [...payload].slice(0, 160).join('');
    const whole = [['did', payload], ['changed', payload], ['place', line], ['subject', line], ['found_in', line], ['consent', line], ['source', 'own_teaching']];
    const refused = await post(page, '/eastmere/ideas', [...whole, ['links', payload], ['tutor', payload], ['theme', payload]]);
    assert.equal(refused.status, 422);
    const kept = await post(page, '/eastmere/ideas', whole);
    assert.equal(kept.status, 200, kept.text);
    if (n % 16 > 0) continue;
    const item = new URL(kept.url).pathname;
    await post(page, '/eastmere/ideas/digest-choice', [['wanted', payload]]);
    const opened = ['did', 'changed', 'place', 'subject', 'state'].map((field) => [`opened.${field}`, payload]);
    const unchanged = await post(page, item, [...opened, ['version', '1'], ['taken_away', payload], ['did', ''], ['place', line]]);
    assert.equal(unchanged.status, 422);
    const clash = await post(page, item, [...whole.slice(1), ['did', 'x'], ['version', '7']]);
    assert.equal(clash.status, 409);
    await post(page, `${item}/withdrawal`, []);
    texts.push(unchanged.text, clash.text, await textOf(page, item), await textOf(page, '/eastmere'));
    await post(page, `${item}/restoration`, []);
    const unsure = await post(keeper.page, `${item}/validation`, [['decision', payload], ['reason', payload], ['moderation', line], ['title', line]]);
    assert.equal(unsure.status, 422);
    await post(keeper.page, `${item}/validation`, [['decision', 'agree'], ['version', '1'], ['share', 'yes'], ['reason', payload], ['moderation', line], ['title', line], ['meeting', meeting.split('/').at(-1)]]);
    await post(keeper.page, `${item}/sharings`, [['channel', 'network'], ['audience', line], ['shared_on', '2027-01-18']]);
    await post(keeper.page, `${item}/impacts`, [['changed', payload], ['scale', 'team'], ['evidence', payload], ['cpd', line], ['theme', 'personal-tutoring/coaching']]);
    const seen = await textOf(page, item);
    assert.equal((await post(page, `${item}/questions`, [['text', payload], ['adviser', adviser.exec(seen)[1]]])).status, 200);
    await post(keeper.page, `${item}/trials`, [['place', line]]);
    await post(keeper.page, door, [['did', payload], ['changed', payload], ['place', line], ['name', line], ['consent', line]]);
    const told = await textOf(keeper.page, item);
    texts.push(refused.text, kept.text, unsure.text, seen, await textOf(page, item), told);
    const trial = /\/eastmere\/ideas\/trials\/\w+/.exec(told)[0];
    const report = [['outcome', 'better'], ['difference', 'none'], ['again', 'yes'], ['report', payload], ['version', '1']];
    texts.push((await post(keeper.page, trial, [...report, ['difference', payload], ['outcome', payload], ['again', payload]])).text, (await post(keeper.page, trial, report)).text);
  }
  for (const path of ['', '/waiting', '/register', '/meetings', '/partners', '/digest', '/stages'])
    texts.push(await textOf(keeper.page, `/eastmere/ideas${path}`));
  const leader = await trap('principal');
  const judging = await textOf(leader.page, '/eastmere/institution/judgement');
  assert.ok(judging.includes('fire('));
  texts.push(judging, await textOf(keeper.page, meeting), await textOf(page, '/eastmere/ideas'), await textOf(page, '/eastmere'));
  await leader.close();
  assert.ok(texts[0].includes('fire(') && texts.at(-2).includes('fire('));
  await keeper.close();
  await quietly(trapped, texts);
});

test('no payload runs from a standard, refused or published, or from the form of a version of one\'s own', async () => {
  const trapped = await trap('quality manager');
  const { page } = trapped;
  await page.goto('/eastmere/packs');
  const texts = [];
  for (const [n, payload] of payloads.entries()) {
    const pack = {
      pack: 1, standard: 'trap', version: `${n}`, title: payload, summary: payload, owner: payload, licence: { name: payload, redistribute: 'none' },
      source: { title: payload, attribution: payload }, voices: ['person', 'institution'],
      scales: { s: { type: 'met', levels: [{ key: 'met', name: payload }] } },
      dimensions: { d: { title: payload, values: [{ key: 'v', title: [...payload].length > 120 ? 'V' : payload }, { key: 'w', title: 'W' }] } },
      areas: [{ key: 'a', title: payload, guidance: payload, key_questions: [payload], per_dimension: 'd',
        elements: [{ key: 'e', title: payload, guidance: payload, scale: 's', descriptors: { person: { met: { short: payload } } } }] }],
    };
    const published = await post(page, '/eastmere/packs', [['pack', JSON.stringify(pack)]]);
    assert.equal(published.status, 200, published.url);
    if (n % 8 > 0) continue;
    const refused = await post(page, '/eastmere/packs', [['pack', payload]]);
    assert.equal(refused.status, 422);
    texts.push(published.text, refused.text, await textOf(page, `/eastmere/standards/trap@${n}/comparison`));
    const begun = await post(page, '/eastmere/self-assessments', [['name', 'Trap'], ['standard', `trap@${n}`]]);
    assert.match(begun.text, /e@v\.level/);
    texts.push(begun.text, await textOf(page, `/eastmere/institution?standard=trap@${n}`));
    const typed = ['title', 'version', 'rows.1.title', 'rows.1.area', 'summary', 'rows.1.guidance', 'rows.1.person.met'].map((name) => [name, payload]);
    const adapted = await post(page, `/eastmere/standards/trap@${n}/own-version`, typed);
    assert.equal(adapted.status, 422);
    const points = await post(page, '/eastmere/standards/personal-tutoring@1.0/own-version', [['title', 'T'], ['bands.person.bronze.from', payload]]);
    assert.equal(points.status, 422);
    assert.ok(points.text.includes('Give the points as a whole number'));
    await post(page, '/eastmere/institution/views', [['standard', `trap@${n}`]]);
    texts.push(adapted.text, points.text);
  }
  texts.push(await textOf(page, '/eastmere/standards'), await textOf(page, '/eastmere/self-assessments'));
  assert.ok(texts[0].includes('fire('));
  await quietly(trapped, texts);
});

test('no payload runs from a file of people: shown, refused, taken in, or told to themselves', async () => {
  const trapped = await trap('Daniel Ashworth');
  const { page } = trapped;
  const at = '/eastmere/staff-list/import';
  await page.goto(at);
  const cell = (text) => `"${text.replaceAll('"', '""')}"`;
  const table = (row) => `name,email,team,role,line manager\n${payloads.map((payload, n) => row(cell(payload), n).join(',')).join('\n')}`;
  const texts = [];
  const look = async (text) => {
    const shown = await post(page, at, [['text', text]]);
    texts.push(shown.text);
    return shown;
  };
  await look(table((payload) => [payload, payload, payload, payload, payload]));
  await look(`${payloads.map(cell).join(',')}\nA`);
  await look(payloads.join('\n'));
  const short = payloads.filter((payload) => [...payload].length <= 120);
  const taken = await look(`name,email,team\n${short.map((payload, n) => `${cell(payload)},p${n}@eastmere.example,Construction`).join('\n')}`);
  assert.ok(taken.text.includes('fire('));
  const digest = /name="digest" value="(\w+)"/.exec(taken.text)?.[1];
  assert.equal((await post(page, `${at}/completion`, [['digest', digest ?? '']])).status, 200);
  const list = await textOf(page, '/eastmere/staff-list?search=fire');
  assert.ok(list.includes('fire('));
  const someone = /\/eastmere\/staff-list\/(\w{26})/.exec(list)[1];
  await post(page, `/eastmere/staff-list/${someone}/closing`, []);
  texts.push(list, await textOf(page, `/eastmere/staff-list/${someone}`), await textOf(page, `/eastmere/staff-list/${someone}/erasure`));
  await quietly(trapped, texts);
});

test('no payload runs from whom somebody names as a deputy, or from kinds of teams', async () => {
  const trapped = await trap('Daniel Ashworth');
  const { page } = trapped;
  await page.goto('/eastmere/deputies');
  const [other] = (await textOf(page, '/eastmere/staff-list?search=whitlock')).match(/\/eastmere\/staff-list\/\w{26}/);
  const texts = [];
  for (const payload of payloads) {
    const typed = [['deputy', payload], ['since', payload], ['until', payload]];
    for (const path of ['/eastmere/deputies', `${other}/deputies`]) {
      const refused = await post(page, path, typed);
      assert.equal(refused.status, 422);
      texts.push(refused.text);
    }
    const short = [...payload].slice(0, 60).join('');
    texts.push((await post(page, '/eastmere/team-kinds', [['kind_name', short]])).text);
  }
  texts.push(await textOf(page, '/eastmere/teams'));
  assert.ok(texts.at(-1).includes('fire('));
  await quietly(trapped, texts);
});

test('no payload runs from evidence: listed, shown, changed, refused, public or in the bin', async () => {
  const trapped = await trap('Rajesh Iyer');
  const { page } = trapped;
  await page.goto('/eastmere/evidence/new');
  const texts = [];
  for (const [n, payload] of payloads.entries()) {
    const fields = (kind, title) => [['kind', kind], ['title', title], ['text', payload], ['about_on', '2027-01-12']];
    const refused = await post(page, '/eastmere/evidence', [...fields(payload, payload), ['link', payload], ['source', payload]]);
    assert.equal(refused.status, 422);
    const added = await post(page, '/eastmere/evidence', fields('quote', [...payload].slice(0, 200).join('')));
    assert.equal(added.status, 200);
    const piece = new URL(added.url).pathname;
    const changed = await post(page, piece, [...fields('reading', `Trap ${n}`), ['version', '1']]);
    assert.equal(changed.status, 200);
    if (n % 8 > 0) continue;
    const unchanged = await post(page, piece, [...fields('quote', ''), ['opened.title', payload], ['opened.text', payload], ['version', '2']]);
    assert.equal(unchanged.status, 422);
    texts.push(unchanged.text);
    const told = await post(page, `${piece}/address`, [['replaces', 'none']]);
    const [address] = told.text.match(/\/evidence\/[\w-]{43}/);
    texts.push(refused.text, added.text, changed.text, await textOf(page, `${piece}/edit`), told.text, await textOf(page, address));
    const again = await post(page, '/eastmere/evidence', fields('quote', [...payload].slice(0, 200).join('')));
    texts.push((await post(page, `${new URL(again.url).pathname}/bin`, [])).text);
  }
  texts.push(await textOf(page, '/eastmere/evidence'), await textOf(page, '/eastmere/evidence?search=fire'), await textOf(page, '/eastmere/your-data'));
  assert.ok(texts[0].includes('fire(') && texts.at(-1).includes('fire('));
  await quietly(trapped, texts);
});
