import { expect, test } from '@playwright/test';
import {
  another,
  openTab,
  seriousViolations,
  signIn,
  untilCatalogIsRead,
} from './portal';

test.beforeAll(({ request }) => untilCatalogIsRead(request));

test('an engineer signs in, opens a service and sees its continuity', async ({
  page,
}) => {
  await signIn(page, 'Jonas Weber');
  await openTab(page, 'component/checkout');

  await expect(page.getByText(/Exposed|At risk/).first()).toBeVisible();
  await expect(page.getByText(/tier-1/).first()).toBeVisible();
  // the text equivalent of the objective bar
  await expect(
    page.getByRole('img', { name: /RTO|back in|tolerable/i }).first(),
  ).toBeVisible();
  await expect(page.getByText('Recovery owner').first()).toBeVisible();
});

for (const theme of ['light', 'dark']) {
  test(`axe finds no serious violation on the tab in the ${theme} theme`, async ({
    page,
  }) => {
    await page.addInitScript(
      id => window.localStorage.setItem('theme', id),
      theme,
    );
    await signIn(page, 'Anna Schmidt');
    await openTab(page, 'component/checkout');
    expect(await seriousViolations(page, 'main, article')).toEqual([]);
  });
}

test('an owner changes a target, and the history says who, what and why', async ({
  page,
}) => {
  await signIn(page, 'Anna Schmidt');
  await openTab(page, 'component/checkout');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const wrt = dialog.getByRole('textbox', { name: 'WRT' });
  await wrt.fill('soon');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(wrt).toHaveAttribute('aria-invalid', 'true');
  await wrt.fill('45 min');
  await dialog
    .getByRole('textbox', { name: /reason/i })
    .fill('Measured at the last stocktaking');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('45 min').first()).toBeVisible();

  await page.getByRole('button', { name: 'History' }).click();
  await expect(
    page.getByText('Measured at the last stocktaking'),
  ).toBeVisible();
});

test('of two people who edit the same profile the second is shown both versions, and nothing is lost', async ({
  page,
  browser,
}) => {
  await signIn(page, 'Anna Schmidt');
  await openTab(page, 'component/checkout');
  const manager = await another(browser, 'Claudia Vogt');
  await openTab(manager, 'component/checkout');

  for (const who of [page, manager]) {
    await who.getByRole('button', { name: 'Edit', exact: true }).click();
  }
  const save = async (who: typeof page, value: string) => {
    const dialog = who.getByRole('dialog').first();
    await dialog.getByRole('textbox', { name: 'WRT' }).fill(value);
    await dialog
      .getByRole('textbox', { name: /reason/i })
      .fill(`Because ${value}`);
    await dialog.getByRole('button', { name: 'Save' }).click();
  };
  await save(manager, '50 min');
  await expect(manager.getByRole('dialog')).toBeHidden();
  await save(page, '55 min');

  await expect(page.getByText(/changed this/i).first()).toBeVisible();
  const dialog = page.getByRole('dialog').first();
  await expect(dialog.getByText('50 min').first()).toBeVisible();
  await expect(dialog.getByText('55 min').first()).toBeVisible();
});

test('a reader sees no edit button', async ({ page }) => {
  await signIn(page, 'Greta Lindqvist');
  await openTab(page, 'component/checkout');
  await expect(page.getByRole('button', { name: 'History' })).toBeVisible();
  await expect(
    page.getByRole('button', { name: 'Edit', exact: true }),
  ).toHaveCount(0);
});

test('the coverage list leads from the sidebar, filters by address and opens a service', async ({
  page,
}) => {
  await signIn(page, 'Claudia Vogt');
  await page
    .getByRole('navigation')
    .first()
    .getByRole('link', { name: 'Continuity' })
    .click();
  await expect(page).toHaveURL(/\/continuity/);
  const table = page.getByRole('table', {
    name: 'Services and their continuity',
  });
  await expect(table.getByRole('row')).not.toHaveCount(1);
  expect(await seriousViolations(page, 'main, article')).toEqual([]);

  await page.goto('/continuity/coverage?tier=tier-1&search=checkout');
  await table.getByRole('row').nth(1).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/catalog\/default\/.*\/continuity/);
});

test('the person who may not read half of the catalog finds none of it', async ({
  page,
}) => {
  await signIn(page, 'Sam Walker');
  await page.goto('/continuity/coverage?search=payment');
  await expect(page.getByText('No service matches')).toBeVisible();
  await page.goto('/catalog/default/component/checkout/continuity');
  await expect(page.getByRole('heading', { name: /^What to do/ })).toHaveCount(
    0,
  );
});

test('the policy page says what is required, in words', async ({ page }) => {
  await signIn(page, 'Greta Lindqvist');
  await page.goto('/continuity/policy');
  await expect(page.getByText('Mission critical').first()).toBeVisible();
  await expect(page.getByText(/Europe\/Berlin/).first()).toBeVisible();
  expect(await seriousViolations(page, 'main, article')).toEqual([]);
});
