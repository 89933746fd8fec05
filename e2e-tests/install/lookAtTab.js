/*
 * Looks at an installed portal as a guest in Chromium: the tab of an example entity, its card, the pages in the sidebar, and the
 * catalog page filtered by tier.
 */
const fs = require('node:fs');
const path = require('node:path');
const { chromium, expect } = require('@playwright/test');
const findChromium = require('../../scripts/find-chromium');

module.exports = async function lookAtTab({ url, shots, name, say }) {
  const executablePath = findChromium();
  if (!executablePath) {
    throw new Error(
      'No Chromium found. Install one (Debian: apt-get install chromium) or name it in CHROMIUM_PATH.',
    );
  }
  fs.mkdirSync(shots, { recursive: true });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const picture = part => path.join(shots, `install-${name}-${part}.png`);
  const page = await browser.newPage({
    viewport: { width: 1400, height: 1000 },
    locale: 'en-GB',
  });
  const complaints = new Set();
  page.on('console', message => {
    if (message.type() === 'error') complaints.add(message.text());
  });
  page.on('pageerror', error => complaints.add(error.message));
  try {
    const entity = `${url}/catalog/default/system/examples`;
    await page.goto(`${entity}/continuity`);
    const enter = page.getByRole('button', { name: 'Enter' });
    const content = page.getByRole('heading', { name: /^What to do/ });
    await expect(enter.or(content).first()).toBeVisible({ timeout: 60_000 });
    if (await enter.isVisible()) await enter.click();
    await expect(content).toBeVisible({ timeout: 60_000 });
    // Only the policy of the guide lets the guest edit, as the owner of the entity
    await expect(
      page.getByRole('button', { name: 'Edit', exact: true }).first(),
    ).toBeVisible();
    await page.screenshot({ path: picture('tab'), fullPage: true });
    say(`the tab: ${path.basename(picture('tab'))}`);

    await page.goto(entity);
    await expect(page.getByRole('heading', { name: 'Continuity' })).toBeVisible(
      { timeout: 30_000 },
    );
    await expect(page.getByText('Business critical').first()).toBeVisible();
    await page.screenshot({ path: picture('card'), fullPage: true });
    say(`the card: ${path.basename(picture('card'))}`);

    await page.getByRole('link', { name: 'Continuity' }).first().click();
    await expect(page).toHaveURL(/\/continuity/);
    await expect(
      page.getByRole('link', { name: 'examples' }).first(),
    ).toBeInViewport({ timeout: 30_000 });
    await page.screenshot({ path: picture('pages'), fullPage: true });
    say(`the pages: ${path.basename(picture('pages'))}`);

    // The label follows within a minute
    await expect(async () => {
      await page.goto(
        `${url}/catalog?filters[kind]=system&filters[user]=all&filters[continuityTier]=tier-2`,
      );
      await expect(
        page.getByText('Continuity tier', { exact: true }),
      ).toBeVisible({ timeout: 15_000 });
      await expect(
        page
          .getByRole('row')
          .filter({ hasText: 'examples' })
          .getByText('Business critical'),
      ).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 120_000, intervals: [5_000] });
    await page.screenshot({ path: picture('catalog'), fullPage: true });
    say(`the catalog: ${path.basename(picture('catalog'))}`);
  } catch (error) {
    await page.screenshot({ path: picture('failed') }).catch(() => {});
    throw error;
  } finally {
    await browser.close();
  }
  for (const text of complaints) say(`the browser's console: ${text}`);
};
