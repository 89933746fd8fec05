/*
 * Where a Chromium is on this machine: CHROMIUM_PATH, Debian's package, or Playwright's own download if somebody has it.
 */
const fs = require('node:fs');

module.exports = function findChromium() {
  const candidates = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  try {
    candidates.push(require('@playwright/test').chromium.executablePath());
  } catch {
    // Playwright has no browser of its own here; the other candidates remain
  }
  return candidates.find(file => file && fs.existsSync(file));
};
