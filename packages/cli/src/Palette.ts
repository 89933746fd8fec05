import type { Terminal } from './Terminal';

/** Colours for whoever looks at a screen and has not asked for none (https://no-color.org). */
export class Palette {
  readonly #on: boolean;

  constructor(terminal: Pick<Terminal, 'isScreen' | 'environment'>) {
    const { NO_COLOR, TERM } = terminal.environment;
    this.#on = terminal.isScreen && !NO_COLOR && TERM !== 'dumb';
  }

  strong(text: string): string {
    return this.#paint(text, '1');
  }

  good(text: string): string {
    return this.#paint(text, '32');
  }

  warning(text: string): string {
    return this.#paint(text, '33');
  }

  bad(text: string): string {
    return this.#paint(text, '31');
  }

  quiet(text: string): string {
    return this.#paint(text, '2');
  }

  #paint(text: string, code: string): string {
    return this.#on ? `\u001b[${code}m${text}\u001b[0m` : text;
  }
}
