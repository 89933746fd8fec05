import { readFileSync } from 'node:fs';
import { expect, test, type Download, type Page } from '@playwright/test';
import {
  another,
  openTab,
  signIn,
  untilCatalogIsRead,
  violations,
} from './portal';

test.beforeAll(({ request }) => untilCatalogIsRead(request));

/** Of its own for each run: views, packs and exemptions stay in a portal that is up. */
const run = Date.now().toString(36);
/** Nothing else is told about it. */
const EXEMPT = 'component/edi-bridge';
const daysAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

const services = (page: Page) =>
  page.getByRole('table', { name: 'Services and their continuity' });

async function choose(page: Page, filter: string, option: RegExp) {
  const field = page
    .getByRole('group', { name: 'Filters' })
    .getByLabel(filter, { exact: true });
  await field.click();
  await page.getByRole('option', { name: option }).click();
  await field.press('Escape');
}

async function contentOf(download: Promise<Download>) {
  return readFileSync(await (await download).path());
}

test('coverage is filtered, grouped, kept as a view, exported, and looked at as of a past day', async ({
  page,
}) => {
  await signIn(page, 'Claudia Vogt');
  await page.goto('/continuity/coverage');
  await expect(services(page)).toBeVisible();
  await choose(page, 'Status', /^Exposed/);
  await expect(page).toHaveURL(/status=exposed/);
  const statuses = services(page).locator('tbody').getByText('Exposed');
  await expect(statuses.first()).toBeVisible();
  await expect(
    services(page).locator('tbody').getByText('At risk', { exact: true }),
  ).toHaveCount(0);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'CSV', exact: true }).click();
  const [head, ...lines] = (await contentOf(download))
    .toString('utf8')
    .trimEnd()
    .split('\r\n');
  expect(head).toMatch(/^entity_ref,title,kind,type,status,.*,since,as_of$/);
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) {
    expect(line).toContain(',exposed,');
    // no cell begins like a formula
    expect(line).not.toMatch(/(^|,)"?[=+\-@\t]/);
  }

  await page.getByLabel('Group by').click();
  await page.getByRole('option', { name: 'Owner', exact: true }).click();
  const groups = page.getByRole('table', { name: 'Groups and their services' });
  await expect(groups.getByRole('row')).not.toHaveCount(1);
  await expect(page).toHaveURL(/group=owner/);

  const name = `Exposed by owner ${run}`;
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Save this view…' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.goto('/continuity/coverage');
  await expect(services(page)).toBeVisible();
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
  await expect(groups).toBeVisible();
  await expect(page).toHaveURL(/status=exposed/);

  await page.goto('/continuity/coverage');
  await page.getByLabel('As of').fill(daysAgo(100));
  await expect(page.getByText(/You see the past: as of/)).toBeVisible();
  await expect(services(page)).toBeVisible();
  expect(await violations(page, 'main, article')).toEqual([]);
  await page.getByRole('button', { name: 'Back to now' }).click();
  await expect(page.getByText(/You see the past/)).toHaveCount(0);
});

test('an exemption is asked for by one, and approved by another', async ({
  page,
  browser,
}) => {
  await signIn(page, 'Claudia Vogt');
  await openTab(page, EXEMPT);
  await page
    .getByRole('button', { name: /^More about/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Ask for an exemption…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Until the end of').fill(daysAgo(-30));
  const reason = `The partner moves to another format ${run}`;
  await dialog.getByLabel(/^Why it can’t be met/).fill(reason);
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();

  const asked = page
    .getByRole('list', { name: 'Exemptions' })
    .getByRole('listitem')
    .filter({ hasText: reason });
  await expect(
    asked.getByText('You asked for it, so another person decides.'),
  ).toBeVisible();
  await expect(asked.getByRole('button', { name: 'Approve' })).toHaveCount(0);

  const other = await another(browser, 'Ben Carter');
  await openTab(other, EXEMPT);
  const waiting = other
    .getByRole('list', { name: 'Exemptions' })
    .getByRole('listitem')
    .filter({ hasText: reason });
  await waiting.getByRole('button', { name: 'Approve' }).click();
  await other
    .getByRole('dialog')
    .getByRole('button', { name: 'Approve' })
    .click();
  await expect(waiting.getByText('In force')).toBeVisible();
  await expect(waiting.getByText(/Approved by/)).toBeVisible();
  await waiting.getByRole('button', { name: 'End now' }).click();
  await other
    .getByRole('dialog')
    .getByRole('textbox')
    .fill('It was only for this test');
  await other
    .getByRole('dialog')
    .getByRole('button', { name: 'End now' })
    .click();
  await expect(other.getByRole('dialog')).toHaveCount(0);
  await other.context().close();
});

test('insights have values of half a year, and lead to what they count', async ({
  page,
}) => {
  await signIn(page, 'Greta Lindqvist');
  await page.goto('/continuity/insights');
  await expect(page.getByText('Requirements met').first()).toBeVisible();
  await expect(page.getByText(/^\d+(\.\d+)?\s?%$/).first()).toBeVisible();
  await expect(
    page.getByRole('img', { name: /^Requirements met, week by week/ }),
  ).toBeVisible();
  await page
    .getByRole('link', { name: 'Show the list behind “Plan reviews overdue”' })
    .click();
  await expect(page).toHaveURL(/plan-review-overdue/);
  await expect(services(page).locator('tbody tr').first()).toBeVisible();
});

test('an evidence pack is asked for, made, and downloaded as a ZIP', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, 'Greta Lindqvist');
  await page.goto('/continuity/insights/evidence');
  const name = `Audit ${run}`;
  await page.getByLabel('What it is for').fill(name);
  await page.getByLabel('Only services with').fill('checkout');
  await page.getByRole('button', { name: 'Make a pack' }).click();
  const pack = page.getByRole('listitem').filter({ hasText: name });
  await expect(
    pack.getByText(/Waits to be made|Is being made|Ready/),
  ).toBeVisible();
  const ready = pack.getByRole('button', { name: /^Download/ });
  await expect(ready).toBeVisible({ timeout: 90_000 });
  await expect(
    pack.getByText(/something is missing|nothing is missing/),
  ).toBeVisible();
  const download = page.waitForEvent('download');
  await ready.click();
  const zip = await contentOf(download);
  expect((await download).suggestedFilename()).toMatch(/\.zip$/);
  expect(zip.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  expect(zip.toString('latin1')).toContain('index.html');
});

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing on coverage and insights in the ${theme} theme`, async ({
    page,
  }) => {
    await page.addInitScript(
      id => window.localStorage.setItem('theme', id),
      theme,
    );
    await signIn(page, 'Claudia Vogt');
    await page.goto('/continuity/coverage');
    await expect(services(page)).toBeVisible();
    await expect(page.getByText('How it came about')).toBeVisible();
    expect(await violations(page, 'main, article')).toEqual([]);
    await page.goto('/continuity/insights');
    await expect(page.getByText('Requirements met').first()).toBeVisible();
    expect(await violations(page, 'main, article')).toEqual([]);
  });
}
