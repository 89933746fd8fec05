/*
 * A built backend with the app in it, up for the length of a check.
 */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

module.exports = class Portal {
  #child;
  #log;

  static async start({ app, configs, env, port, log }) {
    const portal = new Portal(port, log);
    const backend = path.join(app, 'packages/backend');
    const out = fs.openSync(log, 'a');
    portal.#child = spawn(
      process.execPath,
      ['.', ...configs.flatMap(config => ['--config', config])],
      {
        cwd: backend,
        env: { ...env, NODE_ENV: 'production' },
        stdio: ['ignore', out, out],
        detached: true,
      },
    );
    fs.closeSync(out);
    try {
      await portal.until('the backend is ready', 240, async () => {
        const { ok } = await fetch(
          `${portal.url}/.backstage/health/v1/readiness`,
        );
        return ok;
      });
    } catch (error) {
      await portal.stop();
      throw error;
    }
    return portal;
  }

  constructor(port, log) {
    this.url = `http://localhost:${port}`;
    this.#log = log;
  }

  /** Asks again until the answer is truthy, and gives it back. */
  async until(what, seconds, ask) {
    const end = Date.now() + seconds * 1000;
    let last;
    while (Date.now() < end) {
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) {
        throw new Error(
          `The backend ended while waiting until ${what}:\n${this.lastWords()}`,
        );
      }
      try {
        const answer = await ask();
        if (answer) return answer;
        last = undefined;
      } catch (error) {
        last = error; // not yet
      }
      await pause(1000);
    }
    throw new Error(
      `Waited ${seconds} s in vain until ${what}${
        last ? ` (${last.message})` : ''
      }:\n${this.lastWords()}`,
    );
  }

  lastWords() {
    return fs.readFileSync(this.#log, 'utf8').split('\n').slice(-40).join('\n');
  }

  async guestToken() {
    const response = await fetch(`${this.url}/api/auth/guest/refresh`);
    const { backstageIdentity } = await response.json();
    return backstageIdentity.token;
  }

  /** Status and body of a call with a token. */
  async call(pathname, { token, method = 'GET', body } = {}) {
    const response = await fetch(`${this.url}${pathname}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json', 'if-match': '0' }),
      },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    let answer = text;
    try {
      answer = JSON.parse(text);
    } catch {
      // an error page
    }
    return { status: response.status, body: answer };
  }

  async stop() {
    const child = this.#child;
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise(resolve => child.once('exit', resolve));
      process.kill(-child.pid, 'SIGTERM');
      const late = setTimeout(
        () => process.kill(-child.pid, 'SIGKILL'),
        15_000,
      );
      await ended;
      clearTimeout(late);
    }
  }
};
