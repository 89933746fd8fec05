import { CouldNotTell } from '../CouldNotTell';

/** Most pages of comments that are looked through: 100 each. */
export const mostPages = 50;

/** Calls the API of GitHub or GitLab; failures never show the token. */
export class CommentApi {
  readonly #base: string;
  readonly #headers: Record<string, string>;
  readonly #mendForbidden: string;
  readonly #timeoutSeconds: number;

  constructor(options: {
    base: string;
    headers: Record<string, string>;
    /** What to do where the token may not comment. */
    mendForbidden: string;
    timeoutSeconds?: number;
  }) {
    this.#base = options.base.replace(/\/+$/, '');
    this.#headers = options.headers;
    this.#mendForbidden = options.mendForbidden;
    this.#timeoutSeconds = options.timeoutSeconds ?? 30;
  }

  /** The answer as it came; a refusal is one too, where `allow` names its status. */
  async call(
    path: string,
    options: { method?: string; body?: unknown; allow?: number[] } = {},
  ): Promise<{ status: number; headers: Headers; content: unknown }> {
    const { method = 'GET', body, allow = [] } = options;
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${this.#base}${path}`, {
        method,
        headers: {
          'user-agent': 'continuity',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...this.#headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(this.#timeoutSeconds * 1_000),
      });
      text = await response.text();
    } catch (error) {
      const { cause, message } = error as Error;
      throw new CouldNotTell({
        message: `${this.#base} could not be reached: ${
          (cause as Error | undefined)?.message || message
        }`,
        mend: 'Run the job again in a while.',
        cause: error,
      });
    }
    if (!response.ok && !allow.includes(response.status)) {
      throw this.#refused(response.status, text);
    }
    return {
      status: response.status,
      headers: response.headers,
      content: response.ok ? parsed(text) : undefined,
    };
  }

  #refused(status: number, text: string): CouldNotTell {
    const { message } = (parsed(text) ?? {}) as { message?: unknown };
    const said = typeof message === 'string' ? `: ${message}` : '';
    return new CouldNotTell({
      message: `${this.#base} refused to comment (${status})${said}`,
      // Both answer 404 for what a token may not know of
      mend: [401, 403, 404].includes(status)
        ? this.#mendForbidden
        : 'Run the job again in a while.',
    });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
