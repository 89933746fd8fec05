import { defineConfig, devices } from '@playwright/test';
import path from 'node:path';

const findChromium = require('./scripts/find-chromium');

const executablePath = findChromium();
if (!executablePath) {
  throw new Error(
    'No Chromium found. Install one (Debian: apt-get install chromium) or name it in CHROMIUM_PATH.',
  );
}

const baseURL = process.env.PLAYWRIGHT_URL ?? 'http://localhost:7007';

export default defineConfig({
  testDir: './e2e-tests',
  testMatch: '**/*.test.ts',
  timeout: 120_000,
  expect: { timeout: 30_000 },
  workers: 1,
  fullyParallel: false,
  forbidOnly: !!process.env.CI,
  retries: process.env.CI ? 1 : 0,
  reporter: [
    ['list'],
    ['html', { open: 'never', outputFolder: 'e2e-test-report' }],
  ],
  // A portal of its own with an empty store; one that is already up can be named by PLAYWRIGHT_URL.
  webServer: process.env.PLAYWRIGHT_URL
    ? undefined
    : {
        command: 'node scripts/e2e-portal.js --built',
        url: `${baseURL}/.backstage/health/v1/readiness`,
        timeout: 600_000,
        reuseExistingServer: false,
        stdout: 'ignore',
        stderr: 'pipe',
        gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
      },
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    actionTimeout: 15_000,
    viewport: { width: 1400, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  outputDir: path.join('node_modules', '.cache', 'e2e-test-results'),
});
