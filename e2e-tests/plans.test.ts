import { expect, test, type Page } from '@playwright/test';
import { callAs, CatalogFile } from './aCatalogFile';
import {
  another,
  openTab,
  seriousViolations,
  signIn,
  untilCatalogIsRead,
} from './portal';

test.beforeAll(({ request }) => untilCatalogIsRead(request));

const claudia = 'user:default/claudia.vogt';
/** A name of its own for each run: a plan of the run before would still cover it. */
const deskName = `order-desk-${Date.now().toString(36)}`;

/** A service as a file of the catalog describes it. */
function orderDesk(...needs: string[]): string {
  return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${deskName}
  annotations:
    continuity/tier: tier-3
spec:
  type: service
  lifecycle: production
  owner: checkout-team
  dependsOn: ${JSON.stringify(needs.map(name => `component:default/${name}`))}
`;
}

async function pick(page: Page, field: string, typed: string, option: RegExp) {
  await page.getByRole('textbox', { name: field }).fill(typed);
  await page.getByRole('option', { name: option }).first().click();
}

async function choose(page: Page, field: RegExp, option: RegExp) {
  await page.getByRole('button', { name: field }).first().click();
  await page.getByRole('option', { name: option }).first().click();
  await page.keyboard.press('Escape');
}

let desk: CatalogFile;

test.beforeEach(async ({ request }) => {
  desk = await CatalogFile.register({
    request,
    by: claudia,
    entityRef: `component:default/${deskName}`,
    yaml: orderDesk(),
  });
});

test.afterEach(async () => desk.remove());

test('a plan is written, approved by another person only, goes stale with its service, and is confirmed, but not three times', async ({
  page,
  browser,
  request,
}) => {
  test.setTimeout(420_000);
  const title = `Recovery of ${deskName}`;
  await signIn(page, 'Anna Schmidt');
  await page.goto('/continuity/plans');
  await expect(page.getByRole('table', { name: 'Plans' })).toBeVisible();
  expect(await seriousViolations(page, 'main, article')).toEqual([]);

  await page.getByRole('button', { name: 'Write a plan' }).click();
  const begin = page.getByRole('dialog');
  await begin.getByRole('textbox', { name: 'Title' }).fill(title);
  // the list of options may be renewed under the pointer
  await expect(async () => {
    await pick(
      page,
      'Add a system, component or resource',
      deskName,
      new RegExp(`component:default/${deskName}$`),
    );
    await expect(begin.getByRole('listitem')).toHaveCount(1, {
      timeout: 2_000,
    });
  }).toPass();
  await begin.getByRole('button', { name: 'Begin the draft' }).click();

  // nothing that is missing may be submitted
  const submit = page.getByRole('button', { name: 'Submit for review' });
  await expect(submit).toBeDisabled();
  expect(await seriousViolations(page, 'main, article')).toEqual([]);

  const text = (name: string) =>
    page.getByRole('textbox', { name, exact: true });
  await text('Purpose').fill('Brings the order desk back.');
  await choose(page, /How service comes back/, /Restore from a backup/);
  await text('When the plan is invoked').fill('No order for 15 minutes.');
  await pick(page, 'Add a user or group', 'Anna', /Anna Schmidt/);
  await text('Role of contact 1').fill('Recovery lead');
  await page.getByRole('checkbox', { name: /^Recovery lead/ }).check();
  await text('Minimum service while invoked').fill('Card payments.');
  await text('Recovery requirements').fill('A backup younger than an hour.');
  await text('Procedures for loss of service').fill('Orders by phone.');
  await text('Return to normal').fill('The recovery lead says so.');
  await page.getByLabel('Risk assessment: day').fill('2026-02-01');

  // the template's outline of steps: one is enough here, taken away ones can be put back
  const steps = page.getByRole('list', { name: 'Recovery steps' });
  await expect(page.getByText(/^Saved /)).toBeVisible();
  const removals = steps.getByRole('button', {
    name: /^Remove (Bring|Restore|Start|Check|Let)/,
  });
  while ((await removals.count()) > 0) await removals.first().click();
  await expect(text('Title of step 1')).not.toHaveValue('');
  await steps.getByRole('textbox', { name: 'Expected duration' }).fill('soon');
  await expect(
    steps.getByRole('textbox', { name: 'Expected duration' }),
  ).toHaveAttribute('aria-invalid', 'true');
  await steps.getByRole('textbox', { name: 'Expected duration' }).fill('30m');
  await choose(page, /^Who/, /Recovery lead/);
  await expect(async () => {
    await pick(
      page,
      'Add what step 1 brings back',
      deskName,
      new RegExp(`component:default/${deskName}$`),
    );
    await expect(
      steps.getByRole('listitem').filter({ hasText: deskName }).last(),
    ).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await expect(page.getByText('Nothing is missing')).toBeVisible();
  await expect(page.getByText(/^Saved /)).toBeVisible();

  // a closed browser loses nothing
  await page.reload();
  await expect(text('Purpose')).toHaveValue('Brings the order desk back.');

  await submit.click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Submit for review' })
    .click();
  await expect(
    page.getByText(/Another person has to approve it/),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  // nor does the API let who wrote it
  const planId = new URL(page.url()).pathname.split('/').pop()!;
  const plan = await callAs(request, claudia, {
    method: 'GET',
    path: `/continuity/plans/${planId}`,
  });
  const own = await callAs(request, 'user:default/anna.schmidt', {
    method: 'POST',
    path: `/continuity/plans/${planId}/approve`,
    data: { version: 1, revision: (await plan.json()).revision },
  });
  expect(own.status()).toBe(403);
  expect((await own.json()).error.message).toMatch(/Another person/);

  const manager = await another(browser, 'Claudia Vogt');
  await manager.goto('/continuity/plans?waiting=true');
  await manager.getByRole('link', { name: title }).click();
  await expect(
    manager.getByRole('heading', { name: 'Recovery steps' }),
  ).toBeVisible();
  expect(await seriousViolations(manager, 'main, article')).toEqual([]);
  await manager.getByRole('button', { name: 'Approve' }).click();
  await manager
    .getByRole('dialog')
    .getByRole('button', { name: 'Approve' })
    .click();
  await expect(manager.getByText('In force').first()).toBeVisible();

  await page.reload();
  await expect(page.getByText('In force').first()).toBeVisible();
  await openTab(page, `component/${deskName}`);
  await expect(page.getByText('Since the plan was approved')).toHaveCount(0);

  // twice the catalog changes, and somebody confirms that the plan still holds
  const needs: string[] = [];
  for (const [name, title] of [
    ['cart-service', 'Cart'],
    ['newsletter', 'Newsletter'],
  ]) {
    needs.push(name);
    await nowNeeds(needs);
    await openTab(page, `component/${deskName}`);
    await expect(page.getByText('At risk').first()).toBeVisible();
    await expect(
      page.getByText(
        new RegExp(
          `Since the plan was approved, it has come to depend on .*${title}`,
        ),
      ),
    ).toBeVisible();

    await manager.reload();
    await expect(
      manager
        .getByText(new RegExp(`It has come to depend on .*${title}`))
        .first(),
    ).toBeVisible();
    await manager
      .getByRole('button', { name: /^Still valid because… / })
      .click();
    const confirm = manager.getByRole('dialog');
    await confirm
      .getByRole('textbox', { name: /because/i })
      .fill('It only asks for prices, and works without them.');
    await confirm.getByRole('button', { name: 'Confirm', exact: true }).click();
    await expect(
      manager.getByRole('button', { name: /^Still valid because… / }),
    ).toHaveCount(0);
    await openTab(page, `component/${deskName}`);
    await expect(page.getByText('Since the plan was approved')).toHaveCount(0);
  }

  // a third time in a row takes a new version
  needs.push('promotions');
  await nowNeeds(needs);
  await manager.reload();
  await expect(
    manager.getByText('It was confirmed twice in a row already'),
  ).toBeVisible();
  await expect(
    manager.getByRole('button', { name: /^Still valid because… / }),
  ).toHaveCount(0);
  const stale = await callAs(request, claudia, {
    method: 'GET',
    path: `/continuity/plans/${planId}`,
  });
  const [{ entityRef, reasons }] = (await stale.json()).staleness;
  const third = await callAs(request, claudia, {
    method: 'POST',
    path: `/continuity/plans/${planId}/confirm`,
    data: {
      reasons: [{ entityRef, key: reasons[0].key, because: 'Once more.' }],
    },
  });
  expect(third.ok()).toBe(false);
});

async function nowNeeds(names: string[]) {
  await desk.change(orderDesk(...names), ({ relations = [] }) =>
    names.every(name =>
      relations.some(
        ({ type, targetRef }) =>
          type === 'dependsOn' && targetRef === `component:default/${name}`,
      ),
    ),
  );
}

test('a reader sees a plan and no way to change or approve it', async ({
  page,
}) => {
  await signIn(page, 'Greta Lindqvist');
  await page.goto('/continuity/plans');
  await page.getByRole('link', { name: 'Recovery of the checkout' }).click();
  await expect(
    page.getByRole('heading', { name: 'Recovery steps' }),
  ).toBeVisible();
  await expect(
    page.getByRole('button', {
      name: /Write the next version|Edit the draft|Approve|Still valid/,
    }),
  ).toHaveCount(0);
});
