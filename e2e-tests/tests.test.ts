import {
  expect,
  test,
  type APIRequestContext,
  type Page,
} from '@playwright/test';
import {
  another,
  openTab,
  seriousViolations,
  signIn,
  untilCatalogIsRead,
  violations,
} from './portal';

/** Lacks nothing but a simulation, which is overdue; its RTO is 90 minutes. */
const SERVICE = 'component:default/gift-cards';
const MINUTE = 60_000;
const DEFICIENCY = 'The standby has too few connections';

async function call(
  request: APIRequestContext,
  path: string,
  options: { by: string; method?: string; data?: unknown },
) {
  const backend = process.env.PLAYWRIGHT_BACKEND_URL ?? 'http://localhost:7007';
  const signedIn = await request.get(`${backend}/api/auth/demo/refresh`, {
    headers: { 'x-demo-user': `user:default/${options.by}` },
  });
  const { backstageIdentity } = await signedIn.json();
  const answer = await request.fetch(`${backend}/api/continuity${path}`, {
    method: options.method ?? 'GET',
    data: options.data,
    headers: { authorization: `Bearer ${backstageIdentity.token}` },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
}

/** How the service stands, with all that is more than an information. */
async function standing(request: APIRequestContext) {
  const { status, gaps, tests } = await call(
    request,
    '/entities/by-name/component/default/gift-cards',
    { by: 'claudia.vogt' },
  );
  return {
    status,
    gaps: gaps
      .filter(
        ({ severity }: { severity: string }) => severity !== 'information',
      )
      .map(({ code }: { code: string }) => code) as string[],
    simulation: tests.requirements.find(
      ({ depth }: { depth: string }) => depth === 'simulation',
    )?.state as string | undefined,
  };
}

/** Opens the tab of the service and finds the chip with a status, as shape and as word. */
async function seesStatus(page: Page, shape: string, word: string) {
  await expect(async () => {
    await openTab(page, 'component/gift-cards');
    const chip = page.locator('[data-shape]').first();
    await expect(chip).toHaveAttribute('data-shape', shape, { timeout: 5_000 });
    await expect(page.getByText(word, { exact: true }).first()).toBeVisible();
  }).toPass({ timeout: 60_000 });
}

/** From the list of what is due to the page of the planned test, in as few presses as it takes. */
async function planFromDue(page: Page) {
  await page.goto(`/continuity/tests?view=due&entity=${SERVICE}`);
  const plan = page.getByRole('button', {
    name: /^Plan a test: Simulation, Gift cards/,
  });
  await plan.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Plan the test' }).click();
  await expect(dialog.getByText('1 test is planned.')).toBeVisible();
  await dialog.getByRole('link').first().click();
  await expect(
    page.getByRole('button', { name: 'Start the test' }),
  ).toBeVisible();
}

/** Does what the dialog that is open asks about. */
async function press(page: Page, name: string) {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Types a time of the service, so many minutes before now. */
async function typeTime(page: Page, name: string, minutesAgo: number) {
  await page
    .getByRole('table', { name: 'Times' })
    .getByRole('button', { name: new RegExp(`^${name} of `) })
    .click();
  const dialog = page.getByRole('dialog');
  const at = new Date(Date.now() - minutesAgo * MINUTE)
    .toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' })
    .replace(' ', 'T');
  await dialog.getByLabel(/^Time \(/).fill(at);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}

test('a test is planned from what is due, held, missed, reviewed by another person, and passed the second time', async ({
  page,
  browser,
  request,
}) => {
  test.setTimeout(420_000);
  await untilCatalogIsRead(request);
  await expect(async () => {
    expect(await standing(request)).toEqual({
      status: 'at-risk',
      gaps: ['test-overdue'],
      simulation: 'overdue',
    });
  }).toPass({ timeout: 90_000 });

  await signIn(page, 'Anna Schmidt');
  const manager = await another(browser, 'Claudia Vogt');
  await seesStatus(page, 'at-risk', 'At risk');

  // due item → planned
  await planFromDue(page);
  expect(await seriousViolations(page, 'main, article')).toEqual([]);
  const address = page.url();

  // planned → run, which a second person sees as it goes on
  await page.getByRole('button', { name: 'Start the test' }).click();
  await expect(page.getByText('since the test started')).toBeVisible();
  await manager.goto(address);
  await expect(manager.getByText('since the test started')).toBeVisible();
  await expect(page.getByText(/Also here: claudia/i)).toBeVisible();

  // times are typed and stamped; what is pressed offline is sent later
  await typeTime(page, 'Last consistent data', 121);
  await typeTime(page, 'Disruption started', 120);
  await expect(manager.getByText('since the disruption began')).toBeVisible();
  await page.context().setOffline(true);
  await page.getByRole('textbox', { name: 'What happened' }).fill('No route');
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  await expect(page.getByText(/One entry is not sent yet/)).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText(/^Saved /)).toBeVisible();
  await expect(manager.getByText('No route')).toBeVisible();
  await page.getByRole('button', { name: 'Minimum service now' }).click();
  await expect(page.getByText(/over the RTO/).first()).toBeVisible();
  expect(await seriousViolations(page, 'main, article')).toEqual([]);

  // the result misses the RTO: nothing but failed can be said
  await page
    .getByRole('button', { name: 'Record results and complete' })
    .click();
  await expect(
    page.getByText(/it missed its RTO by .* it can only be failed/),
  ).toBeVisible();
  for (const better of ['Passed', 'Passed with deficiencies', 'Inconclusive']) {
    await expect(
      page.getByRole('radio', { name: better, exact: true }),
    ).toBeDisabled();
  }
  await page.getByRole('radio', { name: 'Failed' }).check();
  const deficiencies = page.getByRole('textbox', { name: 'Deficiencies' });
  await deficiencies.fill(DEFICIENCY);
  await deficiencies.blur();

  // … and what went wrong is a finding with somebody who deals with it
  await page
    .getByRole('button', { name: 'Write a finding about this' })
    .click();
  await expect(
    page.getByRole('textbox', { name: 'What is wrong' }),
  ).toHaveValue(DEFICIENCY);
  await page
    .getByRole('textbox', { name: 'Summary' })
    .fill('Back, but far too late.');
  expect(await seriousViolations(page, 'main, article')).toEqual([]);
  await page.getByRole('button', { name: 'Complete the test' }).click();
  await expect(
    page.getByText(/You facilitated this test: another person/),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Review' })).toHaveCount(0);

  // reviewed by the other
  await expect(manager.getByRole('button', { name: 'Review' })).toBeVisible();
  expect(await seriousViolations(manager, 'main, article')).toEqual([]);
  await manager.getByRole('button', { name: 'Review' }).click();
  await manager
    .getByRole('dialog')
    .getByRole('textbox', { name: /^What you looked at/ })
    .fill('Times compared with the log of the gateway.');
  await manager
    .getByRole('dialog')
    .getByRole('button', { name: 'Review' })
    .click();
  await expect(
    manager.getByText('Times compared with the log of the gateway.'),
  ).toBeVisible();

  // the service is exposed, and says why
  await expect(async () => {
    expect(await standing(request)).toEqual({
      status: 'exposed',
      // what was measured is also what is expected from now on
      gaps: ['test-failed', 'recovery-beyond-rto'],
      simulation: 'failed',
    });
  }).toPass({ timeout: 60_000 });
  await seesStatus(page, 'exposed', 'Exposed');
  await expect(
    page
      .getByText(/it took 2 h.* to come back, and the RTO was 1 h 30 min/)
      .first(),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: DEFICIENCY })).toBeVisible();
  expect(await seriousViolations(page, 'main, article')).toEqual([]);

  // what went wrong is put right, and another person has seen that it is
  await page.getByRole('link', { name: DEFICIENCY }).click();
  const finding = page.url();
  await page.getByRole('button', { name: 'Start work' }).click();
  await press(page, 'Start work');
  await page.getByRole('button', { name: 'Resolve' }).click();
  await page
    .getByRole('dialog')
    .getByRole('textbox', { name: 'What was done' })
    .fill('Forty connections instead of four.');
  await press(page, 'Resolve');
  await expect(page.getByText(/You resolved this finding/)).toBeVisible();
  await manager.goto(finding);
  await manager.getByRole('button', { name: 'Verify' }).click();
  await manager
    .getByRole('dialog')
    .getByRole('radio', { name: 'It worked' })
    .check();
  await manager
    .getByRole('dialog')
    .getByRole('textbox', { name: 'How you know' })
    .fill('Forty connections were open at once.');
  await press(manager, 'Verify');
  await expect(manager.getByText('Verified').first()).toBeVisible();

  // the retest is in time
  await planFromDue(page);
  const retest = page.url();
  await page.getByRole('button', { name: 'Start the test' }).click();
  await expect(page.getByText('since the test started')).toBeVisible();
  await typeTime(page, 'Last consistent data', 6);
  await typeTime(page, 'Disruption started', 5);
  await page.getByRole('button', { name: 'Minimum service now' }).click();
  await expect(page.getByText(/before the RTO/)).toBeVisible();
  await page
    .getByRole('button', { name: 'Record results and complete' })
    .click();
  await page.getByRole('radio', { name: 'Passed', exact: true }).check();
  await expect(page.getByText(/^Saved /)).toBeVisible();
  await page.getByRole('button', { name: 'Complete the test' }).click();
  await expect(page.getByText(/You facilitated this test/)).toBeVisible();
  await manager.goto(retest);
  await manager.getByRole('button', { name: 'Review' }).click();
  // without a percentage, somebody has to say whether the minimum service was reached
  await manager
    .getByRole('dialog')
    .getByRole('radio', { name: 'Fulfilled', exact: true })
    .check();
  await manager
    .getByRole('dialog')
    .getByRole('button', { name: 'Review' })
    .click();
  await expect(manager.getByRole('button', { name: 'Review' })).toHaveCount(0);

  // nothing is left to do: the service is met, and the tab says so
  await expect(async () => {
    expect(await standing(request)).toEqual({
      status: 'met',
      gaps: [],
      simulation: 'proven',
    });
  }).toPass({ timeout: 60_000 });
  await seesStatus(page, 'met', 'Met');
  expect(await seriousViolations(page, 'main, article')).toEqual([]);

  // what went wrong is closed, and not forgotten
  await manager.goto('/continuity/tests/findings?view=board');
  await expect(
    manager
      .getByRole('region', { name: /^Verified or accepted/ })
      .getByText(DEFICIENCY),
  ).toBeVisible();
  expect(await seriousViolations(manager, 'main, article')).toEqual([]);

  // an auditor reads all of it and changes nothing
  const auditor = await another(browser, 'Greta Lindqvist');
  await auditor.goto(address);
  await expect(auditor.getByRole('heading', { name: 'Results' })).toBeVisible();
  await expect(
    auditor.getByRole('button', {
      name: /^Review$|Correct results|Add a file/,
    }),
  ).toHaveCount(0);
  await auditor.getByRole('link', { name: DEFICIENCY }).click();
  await expect(auditor.getByRole('heading', { name: 'Cause' })).toBeVisible();
  await expect(
    auditor.getByRole('button', { name: /Resolve|Start work|Edit/ }),
  ).toHaveCount(0);
});

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing in the schedule in the ${theme} theme`, async ({
    page,
    request,
  }) => {
    test.setTimeout(360_000);
    await untilCatalogIsRead(request);
    await page.addInitScript(
      id => window.localStorage.setItem('theme', id),
      theme,
    );
    await signIn(page, 'Claudia Vogt');
    for (const address of [
      '',
      '?span=quarter',
      '?span=year',
      '?view=list',
      '?view=due',
    ]) {
      await page.goto(`/continuity/tests${address}`);
      await expect(
        page.getByText(/^\d+ tests? (in |are demanded|·|$)/).first(),
      ).toBeVisible();
      await expect(page.getByRole('progressbar')).toHaveCount(0);
      expect([address, await violations(page, 'main, article')]).toEqual([
        address,
        [],
      ]);
    }
  });
}
