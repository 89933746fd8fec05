/*
 * The screens that `yarn shots` takes pictures of.
 */
const path = require('node:path');

const root = path.resolve(__dirname, '..');

const service = (name, kind = 'component', namespace = 'default') =>
  `/catalog/${namespace}/${kind}/${name}`;
const daysAgo = days =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const press = name => (page, say) =>
  page
    .getByRole('button', { name: say(name) })
    .first()
    .click();

const pressItem = name => (page, say) =>
  page
    .getByRole('menuitem', { name: say(name) })
    .first()
    .click();
const reads = text => (page, say) =>
  page
    .getByText(
      say(text instanceof RegExp ? text : new RegExp(`^${text}`), {
        whole: false,
      }),
    )
    .first()
    .waitFor();
/** One after the other. */
const all =
  (...steps) =>
  async (page, say) => {
    for (const step of steps) await step(page, say);
  };
const follow = (link, text) =>
  all(
    page => page.getByRole('link', { name: link }).first().click(),
    reads(text),
  );
const chooseAll = (button, goOn) =>
  all(
    press(button),
    (page, say) =>
      page
        .getByRole('checkbox', { name: say('Select all on this page') })
        .click(),
    press(goOn),
  );
const askExemption = all(press(/^More about/), pressItem(/exemption/));
const tryPolicy = (yaml, answer) =>
  all(
    (page, say) =>
      page.getByRole('textbox', { name: say(/YAML or JSON/) }).fill(yaml),
    press('Try it'),
    reads(answer),
  );

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

/**
 * Name, path, the person who looks, what must be read on it (a pattern), and what is pressed before the picture. Texts are the English ones;
 * `say` finds those of the language in which the picture is taken.
 */
module.exports = [
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
    name: 'tab-most-critical',
    path: `${service('sign-in')}/continuity`,
  },
  {
    name: 'tab-met',
    path: `${service('metrics-store', 'resource')}/continuity`,
  },
  {
    name: 'tab-not-required',
    path: `${service('newsletter')}/continuity`,
    shows: 'Not required',
  },
  {
    name: 'tab-unassessed',
    path: `${service('route-optimiser')}/continuity`,
    shows: 'How fast must',
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
    name: 'coverage-owners',
    path: '/continuity/coverage?group=owner',
    shows: 'Share met',
  },
  {
    name: 'coverage-late',
    path: '/continuity/coverage?late=true&tier=tier-1',
    shows: 'catalog read',
  },
  {
    name: 'coverage-none',
    path: '/continuity/coverage?search=nothing-is-called-so',
    shows: 'No service matches',
  },
  {
    name: 'coverage-past',
    path: `/continuity/coverage?asOf=${daysAgo(60)}`,
    shows: 'You see the past',
  },
  {
    name: 'coverage-details',
    path: '/continuity/coverage?tier=tier-1',
    shows: 'catalog read',
    act: all(press(/^Show details of/), reads('Open its continuity tab')),
    whole: true,
  },
  {
    name: 'coverage-filters',
    path: '/continuity/coverage',
    shows: 'catalog read',
    act: press('More filters'),
    whole: true,
  },
  {
    name: 'coverage-view',
    path: '/continuity/coverage?status=exposed&group=owner',
    shows: 'catalog read',
    act: all(press('Views'), pressItem('Save this view…')),
  },
  {
    name: 'coverage-columns',
    path: '/continuity/coverage',
    shows: 'catalog read',
    act: press('Columns'),
  },
  {
    name: 'coverage-set-tiers',
    person: 'Claudia Vogt',
    path: '/continuity/coverage',
    shows: 'catalog read',
    act: chooseAll('Set tiers', 'Set tier…'),
  },
  {
    name: 'coverage-ask',
    person: 'Claudia Vogt',
    path: '/continuity/coverage?late=true',
    shows: 'catalog read',
    act: chooseAll('Ask the owners', 'Ask…'),
  },
  {
    name: 'coverage-set-owner',
    person: 'Claudia Vogt',
    path: '/continuity/coverage',
    shows: 'catalog read',
    act: chooseAll('Set recovery owner', 'Set recovery owner…'),
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
    act: async (page, say) => {
      await page
        .getByLabel(say('Choose a file'))
        .setInputFiles(path.join(root, 'examples/import/profiles.csv'));
      await reads('What would change')(page, say);
    },
    whole: true,
  },
  {
    name: 'coverage-import-refused',
    path: '/continuity/coverage/import?kind=tests',
    person: 'Claudia Vogt',
    shows: 'Import what you have',
    act: async (page, say) => {
      await page
        .getByRole('textbox')
        .fill(
          'title,depth,environment,entity_ref,held_on,outcome\nA day without routes,tabletop,other,component:default/route-optimiser,2026-02-20,passed\nRestore,restore,staging,component:default/gone,last week,ok\n',
        );
      await press('See what would change')(page, say);
      await reads('What would change')(page, say);
    },
    whole: true,
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
    name: 'policy-records',
    person: 'Claudia Vogt',
    path: '/continuity/policy',
    shows: 'Verify now',
    act: all(press('Verify now'), reads('The chain holds')),
    whole: true,
  },
  {
    name: 'policy-try',
    person: 'Claudia Vogt',
    path: '/continuity/policy/try',
    shows: 'Policy as YAML',
    // what is tried stays there for the next picture
    act: tryPolicy(stricterPolicy, /changes? status/),
  },
  {
    name: 'policy-wrong',
    person: 'Claudia Vogt',
    path: '/continuity/policy/try',
    shows: 'Policy as YAML',
    act: tryPolicy(
      'continuity:\n  teirs: []\n  dueSoon: soon\n',
      /would not start/,
    ),
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
    act: follow(/Recovery of the checkout/, 'Recovery steps'),
    whole: true,
  },
  {
    name: 'plan-new',
    path: '/continuity/plans',
    shows: 'Recovery of',
    act: press('Write a plan'),
  },
  {
    name: 'plan-editor',
    person: 'Sofia Costa',
    path: '/continuity/plans/plan-billing',
    shows: 'Recovery of billing',
    act: all(
      (page, say) =>
        page
          .getByRole('link', { name: say('Edit the draft') })
          .or(page.getByRole('button', { name: say('Edit the draft') }))
          .first()
          .click(),
      reads('Before it can be submitted|Nothing is missing'),
    ),
    whole: true,
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
    act: askExemption,
  },
  {
    name: 'exemption-approve',
    path: '/continuity/exemptions',
    person: 'Claudia Vogt',
    shows: 'wait',
    act: press('Approve'),
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
    name: 'tests-quarter',
    path: '/continuity/tests?view=calendar&span=quarter',
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
    act: async (page, say) => {
      await page
        .getByRole('table', { name: say('Recorded changes') })
        .getByRole('link')
        .first()
        .click();
      await reads('Latest assessment')(page, say);
    },
    whole: true,
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
];
