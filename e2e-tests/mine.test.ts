import { expect, test } from '@playwright/test';
import { seriousViolations, signIn, untilCatalogIsRead } from './portal';

test.beforeAll(({ request }) => untilCatalogIsRead(request));

test('an owner sees what is most urgent first, and the button beside it leads to where it is settled', async ({
  page,
}) => {
  await signIn(page, 'Anna Schmidt');
  await page.goto('/continuity');
  // everybody begins with the coverage; who owns something has a tab of their own before it
  await expect(page).toHaveURL(/\/continuity\/coverage/);
  const tabs = page.getByRole('tab');
  await expect(tabs.first()).toHaveText('My continuity');
  await tabs.first().click();

  await expect(
    page.getByText(/You and your groups answer for \d+ services/),
  ).toBeVisible();
  expect(await seriousViolations(page, 'main, article')).toEqual([]);
  // the page itself is an article, too
  const first = page
    .locator('article')
    .filter({ has: page.getByText('First of all') })
    .last();
  const step = first.getByRole('button');
  await expect(step).toHaveCount(1);
  await expect(first.getByText(/^late since/)).toBeVisible();
  const { pathname } = new URL(
    (await step.getAttribute('href'))!,
    'http://portal',
  );
  await step.click();
  await expect(page).toHaveURL(url => url.pathname === pathname);
  await expect(page.getByRole('heading').first()).toBeVisible();

  // where a form settles it, the form is open
  await page.goto('/continuity/mine');
  await page
    .getByRole('button', { name: /^Edit RPO: / })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page).not.toHaveURL(/settle/);
});

test('who answers for nothing has no such tab, and is told so at its address', async ({
  page,
}) => {
  await signIn(page, 'Greta Lindqvist');
  await page.goto('/continuity');
  await expect(page.getByRole('tab', { name: 'Coverage' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'My continuity' })).toHaveCount(0);
  await page.goto('/continuity/mine');
  await expect(page.getByText('Nothing waits for you')).toBeVisible();
  expect(await seriousViolations(page, 'main, article')).toEqual([]);
});
