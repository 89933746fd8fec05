import { expect, test, type Page } from '@playwright/test';
import {
  another,
  seriousViolations,
  signIn,
  untilCatalogIsRead,
} from './portal';

test.beforeAll(({ request }) => untilCatalogIsRead(request));

async function pick(page: Page, field: string, typed: string, option: RegExp) {
  await page.getByRole('textbox', { name: field }).fill(typed);
  await page.getByRole('option', { name: option }).first().click();
}

async function choose(page: Page, field: RegExp, option: RegExp) {
  await page.getByRole('button', { name: field }).first().click();
  await page.getByRole('option', { name: option }).first().click();
  await page.keyboard.press('Escape');
}

test('a plan is written, submitted, not approved by who wrote it, and approved by another person', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const title = 'Recovery of the order desk';
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
      'checkout',
      /component:default\/checkout$/,
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
});

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
