#!/usr/bin/env node
/*
 * `yarn shots`: signs in and takes a picture of every screen at 1400 and 800 px, light and dark, into the ignored folder `shots/`, and
 * lists what the browser's console complained about.
 *
 *   yarn shots                              starts a portal of its own
 *   PORTAL_URL=http://… yarn shots          uses one that is up
 *   yarn shots tab coverage                 only the screens whose name has one of these words
 *   SHOTS_LANGUAGES=en,de yarn shots        in German, too
 *   SHOTS_THEMES=dark SHOTS_WIDTHS=800 …    only some themes and widths
 */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { chromium } = require('@playwright/test');
const findChromium = require('./find-chromium');
const sayIn = require('./sayIn');
const screens = require('./screens');

const root = path.resolve(__dirname, '..');
const out = path.join(root, 'shots');
const baseUrl = process.env.PORTAL_URL ?? 'http://localhost:7007';

const chosenOf = (name, all) =>
  (process.env[name] ?? all).split(',').map(word => word.trim());
const languages = chosenOf('SHOTS_LANGUAGES', 'en');
const themes = chosenOf('SHOTS_THEMES', 'light,dark');
const widths = chosenOf('SHOTS_WIDTHS', '1400,800').map(Number);
/** The region whose dates and numbers the person is used to. */
const locales = { en: 'en-GB', de: 'de-DE' };

async function portalIsUp() {
  try {
    const [app, backend] = await Promise.all([
      fetch(baseUrl),
      fetch(
        `${baseUrl.replace(/:3000$/, ':7007')}/.backstage/health/v1/readiness`,
      ),
    ]);
    return app.ok && backend.ok;
  } catch {
    return false; // not listening
  }
}

async function waitForPortal() {
  const until = Date.now() + 600_000;
  while (!(await portalIsUp())) {
    if (Date.now() > until) {
      throw new Error(`No portal answers at ${baseUrl}`);
    }
    await new Promise(resolve => setTimeout(resolve, 1000));
  }
}

async function signIn(page, person) {
  await page.goto(baseUrl);
  await page.getByRole('button', { name: new RegExp(person) }).click();
  await page.waitForURL(/\/catalog/);
}

/** Takes the pictures of one person, who signs in once, in one language, theme and width. */
async function takeTheirs(browser, shots, look, note) {
  const { someone, language, theme, width } = look;
  const say = sayIn(language);
  const context = await browser.newContext({
    viewport: { width, height: 1000 },
    locale: locales[language] ?? language,
    timezoneId: 'Europe/Berlin',
  });
  await context.addInitScript(
    chosen => {
      window.localStorage.setItem('theme', chosen.theme);
      window.localStorage.setItem('language', chosen.language);
    },
    { theme, language },
  );
  const page = await context.newPage();
  let screen = '';
  const complain = text => note(screen, text);
  page.on('console', message => {
    if (message.type() === 'error')
      complain(message.text().split('\n')[0].slice(0, 300));
  });
  page.on('pageerror', error => complain(error.message));

  const stranger = shots.filter(s => s.person === null);
  const insiders = shots.filter(s => s.person !== null);
  for (const shot of [...stranger, ...insiders]) {
    if (shot === insiders[0]) {
      screen = 'signing in';
      await signIn(page, someone ?? 'Anna Schmidt').catch(error =>
        complain(`nobody is signed in: ${error.message.split('\n')[0]}`),
      );
    }
    screen = shot.name;
    try {
      await page.goto(`${baseUrl}${shot.path}`);
      await page
        .waitForLoadState('networkidle', { timeout: 15_000 })
        .catch(() => complain('the network did not come to rest'));
      await page
        .getByText(
          say(new RegExp(shot.shows ?? 'What to do'), { whole: false }),
        )
        .first()
        .waitFor({ timeout: 60_000 });
      if (shot.act) await shot.act(page, say);
      await page.waitForTimeout(700);
      const tongue = language === 'en' ? '' : `-${language}`;
      await page.screenshot({
        path: path.join(out, `${shot.name}-${width}-${theme}${tongue}.png`),
        fullPage: shot.whole ?? !shot.act,
      });
    } catch (error) {
      complain(`no picture: ${error.message.split('\n')[0]}`);
    }
  }
  await context.close();
}

async function takeAll() {
  const wanted = process.argv.slice(2);
  const chosen = screens.filter(
    s => !wanted.length || wanted.some(word => s.name.includes(word)),
  );
  fs.mkdirSync(out, { recursive: true });
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const complaints = [];
  const people = [...new Set(chosen.map(s => s.person ?? null))];
  for (const language of languages) {
    for (const theme of themes) {
      for (const width of widths) {
        for (const someone of people) {
          await takeTheirs(
            browser,
            chosen.filter(s => (s.person ?? null) === someone),
            { someone, language, theme, width },
            (screen, text) =>
              complaints.push(
                `${screen} (${language}, ${theme}, ${width}): ${text}`,
              ),
          );
        }
      }
    }
  }
  await browser.close();
  const counted = new Map();
  for (const text of complaints) {
    counted.set(text, (counted.get(text) ?? 0) + 1);
  }
  console.log(`${chosen.length} screens in ${path.relative(root, out)}/`);
  console.log(
    counted.size
      ? `Console complaints:\n${[...counted]
          .map(([text, n]) => `  ${n}× ${text}`)
          .join('\n')}`
      : 'The console had nothing to complain about.',
  );
}

async function main() {
  let portal;
  if (!(await portalIsUp())) {
    if (process.env.PORTAL_URL) {
      throw new Error(`No portal answers at ${baseUrl}`);
    }
    portal = spawn(
      process.execPath,
      [path.join(__dirname, 'e2e-portal.js'), '--built'],
      { cwd: root, stdio: 'ignore' },
    );
  }
  try {
    await waitForPortal();
    await takeAll();
  } finally {
    portal?.kill('SIGTERM');
  }
}

main().catch(error => {
  console.error(error.message);
  process.exit(1);
});
