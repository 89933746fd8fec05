import AxeBuilder from '@axe-core/playwright';
import {
  expect,
  type APIRequestContext,
  type Browser,
  type Page,
} from '@playwright/test';

/** The demo company has 154 entities, people included; a fresh portal needs a minute to read them all. */
const ENTITIES = 150;

/** Waits until the catalog has read the demo company, and a sweep the whole catalog. */
export async function untilCatalogIsRead(request: APIRequestContext) {
  const backend = process.env.PLAYWRIGHT_BACKEND_URL ?? 'http://localhost:7007';
  await expect(async () => {
    const signedIn = await request.get(`${backend}/api/auth/demo/refresh`, {
      headers: { 'x-demo-user': 'user:default/claudia.vogt' },
    });
    const { backstageIdentity } = await signedIn.json();
    const headers = { authorization: `Bearer ${backstageIdentity.token}` };
    const sweep = await request.get(`${backend}/api/continuity/sweep`, {
      headers,
    });
    const { state, mirroredEntities, finishedAt } = await sweep.json();
    expect(state).toBe('idle');
    // the demo tells its half-year first, and reads the catalog of now when it has come back to the present
    expect(Date.parse(finishedAt)).toBeGreaterThan(Date.now() - 86_400_000);
    expect(mirroredEntities).toBeGreaterThan(ENTITIES);
    // the demo's plans come once the catalog has come to rest
    const plans = await request.get(`${backend}/api/continuity/plans`, {
      headers,
    });
    expect((await plans.json()).totalItems).toBeGreaterThan(0);
  }).toPass({ timeout: 180_000, intervals: [2_000] });
}

/** Signs in as one of the demo's people. */
export async function signIn(page: Page, person: string) {
  await page.goto('/');
  await page.getByRole('button', { name: new RegExp(person) }).click();
  await expect(page).toHaveURL(/\/catalog/);
}

/** A second person with a browser session of their own. */
export async function another(browser: Browser, person: string) {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await signIn(page, person);
  return page;
}

/** Opens the continuity tab of an entity and waits for its content. */
export async function openTab(page: Page, path: string) {
  await page.goto(`/catalog/default/${path}/continuity`);
  await expect(
    page.getByRole('heading', { name: /^What to do|^How fast must/ }),
  ).toBeVisible();
}

/** All that axe finds in a part of the page. */
export async function violations(page: Page, selector: string) {
  // A part that loads later can put the whole page aside for a moment
  await page.locator(selector).first().waitFor({ state: 'attached' });
  const found = await new AxeBuilder({ page }).include(selector).analyze();
  return found.violations.map(v => ({
    id: v.id,
    impact: v.impact,
    help: v.help,
    where: v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)),
  }));
}

/** Serious and critical violations that axe finds in a part of the page. */
export async function seriousViolations(page: Page, selector: string) {
  return (await violations(page, selector)).filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  );
}
