import { expect, test, type Page } from '@playwright/test';
import {
  another,
  seriousViolations,
  signIn,
  untilCatalogIsRead,
} from './portal';

test.beforeAll(({ request }) => untilCatalogIsRead(request));

const LEDGER = 'resource:payments/ledger-db';
const PLAN = '/continuity/plans/plan-payments';
const STALE = 'A change that was made asks for another plan.';
/** Numbers of their own for each run: the same number is the same change. */
const run = Date.now().toString(36);

/** Checks a major change of the payment database from its tab, and records it. */
async function record(page: Page, id: string, title: string) {
  await page.goto('/catalog/payments/resource/ledger-db/continuity');
  await page.getByRole('button', { name: 'Check a change of this' }).click();
  await expect(
    page.getByRole('heading', { name: 'Caused by this change' }),
  ).toBeVisible();
  // nobody said what changes: the plan is named for information, and nothing is asked
  await expect(page.getByText('Pass', { exact: true }).first()).toBeVisible();

  await page.getByRole('checkbox', { name: /It is a major change/ }).check();
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await page
    .getByRole('textbox', { name: 'Number in your change tool' })
    .fill(id);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  const plan = page.getByRole('region', {
    name: /^Plan Recovery of payment processing/,
  });
  await expect(plan.getByText(/is declared major/).first()).toBeVisible();
  await expect(
    page.getByText('Look first', { exact: true }).first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Record this change' }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page).toHaveURL(/\/continuity\/changes\/[^/?]+$/);
}

async function approve(page: Page, address: string) {
  await page.goto(address);
  await page.getByRole('button', { name: 'Approve' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Approve' })
    .click();
  await expect(
    page.getByRole('table', { name: 'Plan change requests' }),
  ).toContainText('Recovery of payment processing');
}

test('a change of the payment database is checked, recorded, approved by another, and asks its plan for a version that names it', async ({
  page,
  browser,
}) => {
  test.setTimeout(420_000);
  const id = `CHG-${run}-1`;
  const title = `Move the ledger to new disks ${run}`;
  await signIn(page, 'Sofia Costa');
  await record(page, id, title);
  const address = page.url();
  expect(await seriousViolations(page, 'main, article')).toEqual([]);
  await expect(
    page.getByText(/another person has to approve it/),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);

  const manager = await another(browser, 'Claudia Vogt');
  await manager.goto('/continuity/changes?view=list');
  await expect(manager.getByRole('link', { name: title })).toBeVisible();
  expect(await seriousViolations(manager, 'main, article')).toEqual([]);
  await approve(manager, address);

  // the plan knows of it, and is not stale for it before it is done
  await page.goto(PLAN);
  const asked = page.getByRole('list', { name: 'Plan change requests' });
  await expect(asked.getByRole('link', { name: title })).toBeVisible();
  await expect(asked.getByText(/not stale yet/)).toBeVisible();
  await expect(page.getByText(STALE)).toHaveCount(0);

  await manager.getByRole('button', { name: 'Implemented' }).click();
  await manager
    .getByRole('dialog')
    .getByRole('button', { name: 'It was implemented' })
    .click();
  await expect(manager.getByText(/The plan is stale/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(STALE).first()).toBeVisible();
  expect(await seriousViolations(page, 'main, article')).toEqual([]);

  // the tab of the database says what was asked for here
  await manager.goto('/catalog/payments/resource/ledger-db/continuity');
  const recent = manager.getByRole('list', {
    name: 'Changes that hit this service',
  });
  await expect(recent.getByRole('link', { name: title })).toBeVisible();

  await page.getByRole('button', { name: 'Write the next version' }).click();
  const reference = page.getByRole('textbox', {
    name: 'Change that asked for it',
  });
  await reference.fill(id);
  await expect(page.getByText(/^Saved /)).toBeVisible();
  await page.getByRole('button', { name: 'Submit for review' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Submit for review' })
    .click();
  await expect(
    page.getByText(/Another person has to approve it/),
  ).toBeVisible();

  await manager.goto(new URL(page.url()).pathname + new URL(page.url()).search);
  await manager.getByRole('button', { name: 'Approve' }).click();
  await manager
    .getByRole('dialog')
    .getByRole('button', { name: 'Approve' })
    .click();
  await expect(manager.getByText('In force').first()).toBeVisible();

  await manager.goto(address);
  await expect(manager.getByText(/^Done by version/)).toBeVisible();
  await manager.goto(PLAN);
  await expect(
    manager.getByRole('heading', { name: 'Recovery steps' }),
  ).toBeVisible();
  await expect(manager.getByText(STALE)).toHaveCount(0);
  await expect(
    manager.getByRole('list', { name: 'Plan change requests' }),
  ).toHaveCount(0);
});

test('a withdrawn change leaves no trace on the plan', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const title = `Change the ledger’s network ${run}`;
  await signIn(page, 'Sofia Costa');
  await record(page, `CHG-${run}-2`, title);
  const address = page.url();
  const manager = await another(browser, 'Claudia Vogt');
  await approve(manager, address);
  await manager.goto(PLAN);
  await expect(manager.getByRole('link', { name: title })).toBeVisible();
  const staleBefore = await manager.getByText(STALE).count();

  await page.goto(address);
  await page.getByRole('button', { name: 'Withdraw' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('The network stays as it is.');
  await dialog.getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByText(/It left no trace on any plan/)).toBeVisible();

  await manager.reload();
  await expect(
    manager.getByRole('heading', { name: 'Recovery steps' }),
  ).toBeVisible();
  await expect(manager.getByRole('link', { name: title })).toHaveCount(0);
  await expect(manager.getByText(STALE)).toHaveCount(staleBefore);
});

test('a check can be linked to, and its pages hold up to axe', async ({
  page,
}) => {
  await signIn(page, 'Claudia Vogt');
  await page.goto(`/continuity/changes?removes=${LEDGER}`);
  await expect(
    page.getByText(/a recovery step of the plan/).first(),
  ).toBeVisible();
  await expect(page.getByRole('table', { name: 'What is hit' })).toBeVisible();
  expect(await seriousViolations(page, 'main, article')).toEqual([]);
  for (const view of ['list', 'requests', 'reviews']) {
    await page.goto(`/continuity/changes?view=${view}`);
    await expect(page.getByRole('tabpanel')).toBeVisible();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    expect(await seriousViolations(page, 'main, article')).toEqual([]);
  }
  await page.goto('/continuity/tests?view=calendar&changes=true');
  await expect(
    page.getByRole('checkbox', { name: 'Show the windows of changes' }),
  ).toBeChecked();
});
