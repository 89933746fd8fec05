import { expect, test, type Page } from '@playwright/test';
import { seriousViolations, signIn, untilCatalogIsRead } from './portal';

const backend = process.env.PLAYWRIGHT_BACKEND_URL ?? 'http://localhost:7007';

test.beforeAll(({ request }) => untilCatalogIsRead(request));

/** What the audit says: refs of the components that match. */
async function audited(page: Page, query: string): Promise<string[]> {
  const signedIn = await page.request.get(`${backend}/api/auth/demo/refresh`, {
    headers: { 'x-demo-user': 'user:default/claudia.vogt' },
  });
  const { backstageIdentity } = await signedIn.json();
  const answer = await page.request.get(
    `${backend}/api/continuity/coverage?kind=component&limit=500&${query}`,
    { headers: { authorization: `Bearer ${backstageIdentity.token}` } },
  );
  const { items } = await answer.json();
  return items
    .map((item: { entityRef: string }) => item.entityRef.split('/')[1])
    .sort();
}

/** The names on the page that is shown; each leads to its entity. */
async function shown(page: Page): Promise<string[]> {
  const links = page.locator('tbody tr td:first-child a');
  const hrefs = await links.evaluateAll(all =>
    all.map(link => link.getAttribute('href') ?? ''),
  );
  return hrefs.map(href => href.split('/').pop()!);
}

/** The catalog page as all of its entities, with filters of continuity in the address. */
async function openCatalog(page: Page, filters: string) {
  await page.goto(
    `/catalog?filters[kind]=component&filters[user]=all&${filters}`,
  );
}

const title = (page: Page, count: number) =>
  page.getByText(`All Components (${count})`);

test('the catalog page filtered by status shows all that the audit lists, over two pages', async ({
  page,
}) => {
  await signIn(page, 'Claudia Vogt');
  let expected: string[] = [];
  await expect(async () => {
    // labels follow an assessment within a minute
    expected = await audited(page, 'status=at-risk&status=exposed');
    expect(expected.length).toBeGreaterThan(20);
    await openCatalog(
      page,
      'filters[continuityStatus]=at-risk&filters[continuityStatus]=exposed',
    );
    await expect(title(page, expected.length)).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 100_000, intervals: [5_000] });

  await expect(async () => {
    expect(await shown(page)).toHaveLength(20);
  }).toPass();
  const first = await shown(page);

  await page.getByRole('button', { name: 'Next Page' }).click();
  await expect(async () => {
    expect(await shown(page)).not.toContain(first[0]);
  }).toPass();
  const second = await shown(page);
  expect([...first, ...second].sort()).toEqual(expected.slice().sort());

  await page.getByRole('button', { name: 'Previous Page' }).click();
  await expect(async () => {
    expect(await shown(page)).toEqual(first);
  }).toPass();
});

test('tier and status are chosen by name, stay in the address, and the table says both', async ({
  page,
}) => {
  await signIn(page, 'Claudia Vogt');
  await openCatalog(page, '');

  const ofTier = await audited(page, 'tier=tier-1');
  await page.getByLabel('Continuity tier').click();
  await page.getByRole('option', { name: 'Mission critical' }).click();
  await page.keyboard.press('Escape');
  await expect(title(page, ofTier.length)).toBeVisible();
  await expect(async () => {
    expect((await shown(page)).sort()).toEqual(ofTier);
  }).toPass();

  await page.getByLabel('Continuity status').click();
  await page.getByRole('option', { name: 'Exposed' }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/continuityStatus(%5D|\])=exposed/);

  const expected = await audited(page, 'tier=tier-1&status=exposed');
  await expect(title(page, expected.length)).toBeVisible();
  await expect(async () => {
    expect((await shown(page)).sort()).toEqual(expected);
  }).toPass();
  const address = decodeURIComponent(page.url());
  expect(address).toContain('filters[continuityTier]=tier-1');
  expect(address).toContain('filters[continuityStatus]=exposed');

  const row = page.getByRole('row').filter({ hasText: 'Mission critical' });
  await expect(row.first()).toContainText('Exposed');
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({
    path: `${process.env.CATALOG_SHOTS ?? 'shots'}/catalog-filtered.png`,
  });
  expect(await seriousViolations(page, 'tbody')).toEqual([]);

  await page.reload();
  await expect(title(page, expected.length)).toBeVisible();

  await row
    .first()
    .getByRole('link', { name: /^Exposed: continuity of/ })
    .click();
  await expect(page).toHaveURL(/\/continuity$/);
});

test('search finds services by the name of their tier', async ({ page }) => {
  await signIn(page, 'Claudia Vogt');
  await expect(async () => {
    await page.goto('/search?query=deferrable');
    await expect(page.getByText(/Continuity: .*tier-4/).first()).toBeVisible({
      timeout: 5_000,
    });
  }).toPass({ timeout: 100_000, intervals: [5_000] });
});
