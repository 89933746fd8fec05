import { expect, test } from '@playwright/test';
import {
  openTab,
  seriousViolations,
  signIn,
  untilCatalogIsRead,
} from './portal';

test.beforeAll(async ({ request }) => {
  test.setTimeout(200_000);
  await untilCatalogIsRead(request);
});

const loseTheCluster =
  '/continuity/dependencies?view=what-if&lose=resource:default/postgres-main';

test('a manager loses the database cluster, reads who is affected, in which order they come back and which miss their targets, and prints it', async ({
  page,
}, testInfo) => {
  await signIn(page, 'Claudia Vogt');
  await page.goto('/continuity/dependencies?view=what-if');
  await page.getByRole('textbox', { name: 'Entities' }).fill('postgres');
  await page
    .getByRole('option', { name: /resource:default\/postgres-main/ })
    .click();
  await page.getByRole('button', { name: 'What happens?' }).click();

  // Who is affected, in one sentence; the address can be shared
  await expect(page.getByTestId('loss-sentence')).toHaveText(
    /^\d+ entities are lost or can’t work; .*tier-1 entities miss their RTO by up to/,
  );
  await expect(page).toHaveURL(/lose=resource%3Adefault%2Fpostgres-main/);

  // In which order: as a picture, and as a table whose waves only ever go on
  await expect(
    page.getByRole('img', { name: /^Order of recovery, \d+ entities/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'As a table' }).click();
  const table = page.getByRole('table', {
    name: 'In which order they come back',
  });
  const rows = table.getByRole('row');
  await expect(rows.nth(1)).toContainText('PostgreSQL main cluster');
  const waves = await rows.locator('td:first-child').allTextContents();
  expect(waves.map(Number)).toEqual(
    [...waves.map(Number)].sort((a, b) => a - b),
  );
  expect(Number(waves[waves.length - 1])).toBeGreaterThan(3);

  // Which miss their targets, and by which way they were hit
  const checkout = rows.filter({
    has: page.locator('a[href$="/default/component/checkout"]').first(),
    hasText: /misses its RTO by/,
  });
  await expect(checkout.first()).toContainText('PostgreSQL main cluster');
  await expect(
    page.getByRole('heading', { name: 'Who must be called' }),
  ).toBeVisible();
  expect(await seriousViolations(page, 'main, article')).toEqual([]);

  // On paper: the sheet, and nothing of the app around it
  await page.getByRole('button', { name: 'Run sheet' }).click();
  const sheet = page.getByRole('dialog', {
    name: 'Recovery run sheet: loss of PostgreSQL main cluster',
  });
  await expect(sheet.getByRole('table')).toBeVisible();
  expect(await seriousViolations(page, '[role="dialog"]')).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(sheet.getByRole('table')).toBeVisible();
  await expect(
    sheet.getByRole('columnheader', { name: 'Done at' }),
  ).toBeVisible();
  await expect(sheet.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.locator('#root')).toBeHidden();
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    path: testInfo.outputPath('run-sheet.pdf'),
  });
  // More than one sheet: nothing is cut off at the end of the screen
  expect(
    pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0,
  ).toBeGreaterThan(1);
  await page.emulateMedia({ media: 'screen' });

  const download = page.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Download CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
});

test('a link to a result shows the same result', async ({ page }) => {
  await signIn(page, 'Claudia Vogt');
  await page.goto(loseTheCluster);
  await expect(page.getByTestId('loss-sentence')).toHaveText(
    /^\d+ entities are lost or can’t work/,
  );
});

test('the tab says what a service needs, conflicts first, with the path, and draws it', async ({
  page,
}) => {
  await signIn(page, 'Anna Schmidt');
  await openTab(page, 'component/checkout');
  await page.getByRole('button', { name: /^Needs \d+/ }).click();
  await expect(
    page.getByRole('heading', { name: 'Targets that don’t fit' }),
  ).toBeVisible();
  await page
    .getByRole('button', { name: /^Path to/ })
    .first()
    .click();
  await expect(
    page
      .getByRole('list', { name: /^Path to/ })
      .getByRole('link')
      .first(),
  ).toHaveText('Checkout');
  expect(await seriousViolations(page, '[data-testid="dependencies"]')).toEqual(
    [],
  );

  // It is laid out off the main thread
  const worker = page.waitForEvent('worker');
  await page.getByRole('button', { name: 'Show as a picture' }).click();
  expect((await worker).url()).toContain('/static/');
  const picture = page.getByRole('region', { name: /^Picture/ });
  await expect(
    picture.getByRole('link', { name: /^Checkout, component/i }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await picture.focus();
  await page.keyboard.press('0');
  expect(await seriousViolations(page, '[role="dialog"]')).toEqual([]);
});

test('concentration and conflicts are read by address and without barriers', async ({
  page,
}) => {
  await signIn(page, 'Claudia Vogt');
  await page.goto('/continuity/dependencies');
  await expect(
    page.getByRole('table', { name: 'Concentration' }).getByRole('row').nth(1),
  ).toContainText(/of \d+ in tier-1/);
  expect(await seriousViolations(page, 'main, article')).toEqual([]);
  for (const [tab, view] of [
    ['Conflicts', 'conflicts'],
    ['Unresolved', 'unresolved'],
    ['Unclassified', 'unclassified'],
  ]) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page).toHaveURL(new RegExp(`view=${view}`));
    await expect(page.getByText(/^Dependencies at revision/)).toBeVisible();
    expect(await seriousViolations(page, 'main, article')).toEqual([]);
  }
});
