import AxeBuilder from '@axe-core/playwright';
import { expect, type Browser, type Page } from '@playwright/test';

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

/**
 * Opens the continuity tab of an entity and waits for its content. On a fresh start the catalog and the first sweep may still be on
 * their way: an entity that is not there yet is asked for again.
 */
export async function openTab(page: Page, path: string) {
  await expect(async () => {
    await page.goto(`/catalog/default/${path}/continuity`);
    await expect(
      page.getByRole('heading', { name: /^What to do|^How fast must/ }),
    ).toBeVisible({ timeout: 8_000 });
  }).toPass({ timeout: 75_000 });
}

/** Serious and critical violations that axe finds in a part of the page. */
export async function seriousViolations(page: Page, selector: string) {
  const { violations } = await new AxeBuilder({ page })
    .include(selector)
    .analyze();
  return violations
    .filter(v => v.impact === 'serious' || v.impact === 'critical')
    .map(v => ({
      id: v.id,
      help: v.help,
      where: v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)),
    }));
}
