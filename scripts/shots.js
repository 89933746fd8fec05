#!/usr/bin/env node
/*
 * `yarn shots`: signs in and takes a picture of every screen at 1400 and 800 px, light and dark, into the ignored folder `shots/`, and
 * lists what the browser's console complained about.
 *
 *   yarn shots                      starts a portal of its own
 *   PORTAL_URL=http://… yarn shots  uses one that is up
 *   yarn shots tab coverage         only the screens whose name has one of these words
 */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { chromium } = require('@playwright/test');
const findChromium = require('./find-chromium');

const root = path.resolve(__dirname, '..');
const out = path.join(root, 'shots');
const baseUrl = process.env.PORTAL_URL ?? 'http://localhost:7007';

const service = (name, kind = 'component', namespace = 'default') =>
  `/catalog/${namespace}/${kind}/${name}`;
const press = name => page =>
  page.getByRole('button', { name }).first().click();

const stricterPolicy = `continuity:
  timeZone: Europe/Berlin
  tiers:
    - id: tier-1
      title: Mission critical
      targets: {rto: 30m, rpo: 1m, mtpd: 2h}
      requires:
        plan: P6M
        bia: P1Y
        risk: P1Y
        agreement: P1Y
        tests: [{depth: restore, every: P1M}, {depth: failover, every: P6M}]
    - id: tier-2
      title: Business critical
      targets: {rto: 1h, rpo: 15m, mtpd: 4h}
      requires:
        plan: P1Y
        bia: P1Y
        tests: [{depth: failover, every: P1Y}]
    - id: tier-3
      title: Everything else
      targets: {rto: 1d, rpo: 1d, mtpd: 3d}
      requires: {plan: P1Y, tests: [{depth: tabletop, every: P1Y}]}
`;

/** Name, path, the person who looks, what must be read on it (a pattern), and what is pressed before the picture. */
const screens = [
  { name: 'sign-in', path: '/', person: null, shows: 'Anna Schmidt' },
  { name: 'overview-card', path: service('checkout'), shows: 'Exposed' },
  { name: 'tab-exposed', path: `${service('checkout')}/continuity` },
  {
    name: 'tab-history',
    path: `${service('checkout')}/continuity`,
    act: press(/^History/),
  },
  {
    name: 'tab-edit',
    path: `${service('checkout')}/continuity`,
    act: press(/^Edit/),
  },
  {
    name: 'tab-reader',
    path: `${service('checkout')}/continuity`,
    person: 'Greta Lindqvist',
  },
  {
    name: 'tab-system',
    path: `${service('checkout', 'system')}/continuity`,
  },
  {
    name: 'bia-form',
    path: `${service('checkout', 'system')}/continuity`,
    act: press(/^Renew or change/),
  },
  { name: 'mine', path: '/continuity/mine', shows: 'First of all' },
  {
    name: 'mine-decisions',
    path: '/continuity/mine',
    person: 'Claudia Vogt',
    shows: 'Waiting for your decision',
  },
  {
    name: 'mine-empty',
    path: '/continuity/mine',
    person: 'Greta Lindqvist',
    shows: 'Nothing waits for you',
  },
  {
    name: 'home',
    path: '/home',
    shows: 'All that is yours',
    // what can be arranged moves when the window grows to the page's height
    act: async () => {},
  },
  { name: 'coverage', path: '/continuity', shows: 'catalog read' },
  {
    name: 'coverage-exposed',
    path: '/continuity/coverage?status=exposed',
    shows: 'catalog read',
  },
  {
    name: 'coverage-causes',
    path: '/continuity/coverage?group=cause',
    shows: 'Root cause',
  },
  {
    name: 'coverage-set-owner',
    person: 'Claudia Vogt',
    path: '/continuity/coverage',
    shows: 'catalog read',
    act: page =>
      press('Set recovery owner')(page)
        .then(() =>
          page
            .getByRole('checkbox', { name: 'Select all on this page' })
            .click(),
        )
        .then(() => press('Set recovery owner…')(page)),
  },
  {
    name: 'coverage-half',
    path: '/continuity',
    person: 'Sam Walker',
    shows: 'catalog read',
  },
  {
    name: 'coverage-import',
    path: '/continuity/coverage/import',
    person: 'Claudia Vogt',
    shows: 'Import what you have',
    act: page =>
      page
        .getByLabel('Choose a file')
        .setInputFiles(path.join(root, 'examples/import/profiles.csv'))
        .then(() => page.getByText('What would change').first().waitFor()),
  },
  {
    name: 'coverage-import-refused',
    path: '/continuity/coverage/import?kind=tests',
    person: 'Claudia Vogt',
    shows: 'Import what you have',
    act: page =>
      page
        .getByRole('textbox')
        .fill(
          'title,depth,environment,entity_ref,held_on,outcome\nA day without routes,tabletop,other,component:default/route-optimiser,2026-02-20,passed\nRestore,restore,staging,component:default/gone,last week,ok\n',
        )
        .then(() => press('See what would change')(page))
        .then(() => page.getByText('What would change').first().waitFor()),
  },
  {
    name: 'insights',
    path: '/continuity/insights',
    person: 'Claudia Vogt',
    shows: 'Requirements met',
  },
  {
    name: 'insights-report',
    path: '/continuity/insights/report',
    person: 'Claudia Vogt',
    shows: 'Definitions',
  },
  {
    name: 'insights-evidence',
    path: '/continuity/insights/evidence',
    person: 'Claudia Vogt',
    shows: 'Your packs',
  },
  { name: 'policy', path: '/continuity/policy', shows: 'Mission critical' },
  {
    name: 'policy-try',
    person: 'Claudia Vogt',
    path: '/continuity/policy/try',
    shows: 'Policy as YAML',
    // what is tried stays there for the next picture
    act: page =>
      page
        .getByRole('textbox', { name: /YAML or JSON/ })
        .fill(stricterPolicy)
        .then(() => press('Try it')(page))
        .then(() =>
          page
            .getByText(/change status/)
            .first()
            .waitFor(),
        ),
  },
  {
    name: 'policy-wrong',
    person: 'Claudia Vogt',
    path: '/continuity/policy/try',
    shows: 'Policy as YAML',
    act: page =>
      page
        .getByRole('textbox', { name: /YAML or JSON/ })
        .fill('continuity:\n  teirs: []\n  dueSoon: soon\n')
        .then(() => press('Try it')(page))
        .then(() => page.getByText(/would not start/).waitFor()),
  },
  {
    name: 'policy-tried',
    person: 'Claudia Vogt',
    path: '/continuity/policy/try',
    shows: 'Gaps that come',
  },
  { name: 'plans', path: '/continuity/plans', shows: 'Recovery of' },
  {
    name: 'plan',
    path: '/continuity/plans',
    shows: 'Recovery of the checkout',
    act: page =>
      page
        .getByRole('link', { name: /Recovery of the checkout/ })
        .first()
        .click()
        .then(() => page.getByText('Recovery steps').first().waitFor()),
  },
  {
    name: 'concentration',
    path: '/continuity/dependencies',
    shows: 'Concentration',
  },
  {
    name: 'conflicts',
    path: '/continuity/dependencies?view=conflicts',
    shows: 'Conflicts',
  },
  {
    name: 'what-if',
    path: '/continuity/dependencies?view=what-if&lose=resource:default/postgres-main',
    shows: 'In which order they come back',
  },
  {
    name: 'exemptions',
    path: '/continuity/exemptions',
    person: 'Claudia Vogt',
    shows: 'wait',
  },
  {
    name: 'exemption-ask',
    path: `${service('checkout')}/continuity`,
    act: page =>
      press(/^More about/)(page).then(() =>
        page.getByRole('menuitem', { name: /exemption/ }).click(),
      ),
  },
  {
    name: 'tab-exempt',
    path: `${service('bank-link', 'resource')}/continuity`,
    shows: 'Exempt until',
  },
  {
    name: 'tests-calendar',
    path: '/continuity/tests?view=calendar',
    shows: 'Plan a test',
  },
  {
    name: 'tests-year',
    path: '/continuity/tests?view=calendar&span=year',
    shows: 'Plan a test',
  },
  {
    name: 'tests-list',
    path: '/continuity/tests?view=list',
    shows: 'Plan a test',
  },
  {
    name: 'tests-due',
    path: '/continuity/tests?view=due',
    shows: 'Plan a test',
  },
  {
    name: 'test-new',
    path: '/continuity/tests/new?entities=component:default/checkout&depth=tabletop',
    shows: 'success criteria',
  },
  {
    name: 'test-report',
    path: '/continuity/tests/test-payments-failover',
    shows: 'Failover of the payments',
  },
  {
    name: 'test-running',
    path: '/continuity/tests/test-storefront-tabletop',
    shows: 'Storefront',
  },
  {
    name: 'test-planned',
    path: '/continuity/tests/test-hamburg-failover',
    shows: 'Hamburg',
  },
  {
    name: 'findings',
    path: '/continuity/tests/findings',
    shows: 'findings',
  },
  {
    name: 'change-check',
    path: '/continuity/changes?removes=resource:payments/ledger-db',
    shows: 'Caused by this change',
  },
  {
    name: 'changes',
    path: '/continuity/changes?view=list',
    shows: 'Planned for',
  },
  {
    name: 'change',
    path: '/continuity/changes?view=list',
    shows: 'Planned for',
    act: page =>
      page
        .getByRole('table', { name: 'Recorded changes' })
        .getByRole('link')
        .first()
        .click()
        .then(() => page.getByText('Latest assessment').first().waitFor()),
  },
  {
    name: 'plan-change-requests',
    path: '/continuity/changes?view=requests',
    shows: 'request',
  },
  {
    name: 'reviews-due',
    path: '/continuity/changes?view=reviews',
    shows: 'Review due',
  },
  { name: 'catalog', path: '/catalog', shows: 'Tier' },
  ...(process.env.SHOTS_EXTRA ? JSON.parse(process.env.SHOTS_EXTRA) : []),
];

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
  for (const theme of ['light', 'dark']) {
    for (const width of [1400, 800]) {
      for (const someone of people) {
        const context = await browser.newContext({
          viewport: { width, height: 1000 },
          locale: 'en-GB',
          timezoneId: 'Europe/Berlin',
        });
        await context.addInitScript(
          id => window.localStorage.setItem('theme', id),
          theme,
        );
        const page = await context.newPage();
        let screen = '';
        const note = text =>
          complaints.push(`${screen} (${theme}, ${width}): ${text}`);
        page.on('console', message => {
          if (message.type() === 'error')
            note(message.text().split('\n')[0].slice(0, 300));
        });
        page.on('pageerror', error => note(error.message));

        const theirs = chosen.filter(s => (s.person ?? null) === someone);
        const stranger = theirs.filter(s => s.person === null);
        const insiders = theirs.filter(s => s.person !== null);
        for (const shot of [...stranger, ...insiders]) {
          if (shot === insiders[0]) {
            screen = 'signing in';
            await signIn(page, someone ?? 'Anna Schmidt').catch(error =>
              note(`nobody is signed in: ${error.message.split('\n')[0]}`),
            );
          }
          screen = shot.name;
          try {
            await page.goto(`${baseUrl}${shot.path}`);
            await page
              .waitForLoadState('networkidle', { timeout: 15_000 })
              .catch(() => note('the network did not come to rest'));
            await page
              .getByText(new RegExp(shot.shows ?? 'What to do'))
              .first()
              .waitFor({ timeout: 60_000 });
            if (shot.act) await shot.act(page);
            await page.waitForTimeout(700);
            await page.screenshot({
              path: path.join(out, `${shot.name}-${width}-${theme}.png`),
              fullPage: !shot.act,
            });
          } catch (error) {
            note(`no picture: ${error.message.split('\n')[0]}`);
          }
        }
        await context.close();
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
