import type {
  ChangeAssessment,
  ChangeAssessRequest,
  RecordVerification,
} from 'backstage-plugin-continuity-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { CouldNotTell } from '../CouldNotTell';

/** A failure that the next try may not have. */
class PassingFailure extends CouldNotTell {
  readonly waitSeconds: number;

  constructor(
    options: ConstructorParameters<typeof CouldNotTell>[0] & {
      waitSeconds?: number;
    },
  ) {
    super(options);
    this.waitSeconds = Math.min(options.waitSeconds ?? 1, 10);
  }
}

const passingStatuses = [429, 500, 502, 503, 504];

/** Calls `/api/continuity` of a Backstage with a service token; what fails says how it is mended, and never shows the token. */
export class ContinuityServer {
  readonly #base: string;
  readonly #token: string;
  readonly #timeoutSeconds: number;

  private constructor(options: {
    base: string;
    token: string;
    timeoutSeconds: number;
  }) {
    this.#base = options.base;
    this.#token = options.token;
    this.#timeoutSeconds = options.timeoutSeconds;
  }

  /** @param options - `url`: of the Backstage backend, with or without `/api/continuity` */
  static create(options: {
    url: string | undefined;
    token: string | undefined;
    timeoutSeconds: number;
  }): ContinuityServer {
    const { url, token, timeoutSeconds } = options;
    if (!url) {
      throw new CouldNotTell({
        message: 'Nobody said where the Backstage is.',
        mend: 'Set CONTINUITY_URL to the address of its backend, such as https://backstage.example.com, or use --url.',
      });
    }
    if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) {
      throw new CouldNotTell({
        message: `"${url}" is no address of a Backstage.`,
        mend: 'Write an http or https address, such as https://backstage.example.com.',
      });
    }
    if (!token?.trim()) {
      throw new CouldNotTell({
        message: 'There is no token for the Backstage.',
        mend: 'Set CONTINUITY_TOKEN from a secret of the pipeline. Pull requests of forks get no secrets; see --on-error.',
      });
    }
    const { origin, pathname } = new URL(url);
    const path = pathname.replace(/\/+$/, '').replace(/\/api\/continuity$/, '');
    return new ContinuityServer({
      base: `${origin}${path}/api/continuity`,
      token: token.trim(),
      timeoutSeconds,
    });
  }

  /** Asks for the verdict over a change. */
  async assess(request: ChangeAssessRequest): Promise<ChangeAssessment> {
    const answer = await this.#call('/changes/assess', {
      method: 'POST',
      body: JSON.stringify(request),
    });
    if (isAssessment(answer)) return answer;
    throw new CouldNotTell({
      message: 'The answer of the server is not what this program understands.',
      mend: 'Use the version of this program that belongs to the installed plugin.',
    });
  }

  /** Asks for one part of the check of the history's chain. */
  async verifyRecords(
    query: Record<string, string>,
  ): Promise<RecordVerification> {
    const search = new URLSearchParams(query).toString();
    return (await this.#call(
      `/records/verify${search && `?${search}`}`,
    )) as RecordVerification;
  }

  async #call(
    path: string,
    init: { method?: string; body?: string } = {},
  ): Promise<unknown> {
    try {
      return await this.#try(path, init);
    } catch (error) {
      if (!(error instanceof PassingFailure)) throw error;
      await sleep(error.waitSeconds * 1_000);
      return this.#try(path, init);
    }
  }

  async #try(
    path: string,
    init: { method?: string; body?: string },
  ): Promise<unknown> {
    const address = `${this.#base}${path}`;
    let response: Response;
    let text: string;
    try {
      response = await fetch(address, {
        ...init,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${this.#token}`,
          ...(init.body !== undefined && {
            'content-type': 'application/json',
          }),
        },
        // A redirect is a sign-in page, and nothing for a token
        redirect: 'manual',
        signal: AbortSignal.timeout(this.#timeoutSeconds * 1_000),
      });
      text = await response.text();
    } catch (error) {
      throw this.#unreachable(error);
    }
    if (!response.ok) throw refusalOf(response, text, address);
    try {
      return JSON.parse(text);
    } catch {
      throw new CouldNotTell({
        message: `${this.#base} did not answer with JSON.`,
        mend: 'Check that CONTINUITY_URL is the address of the backend, not of the frontend or a sign-in page.',
      });
    }
  }

  #unreachable(error: unknown): PassingFailure {
    const { name, cause, message } = error as Error;
    const why = (cause as Error | undefined)?.message || message;
    return new PassingFailure({
      message:
        name === 'TimeoutError'
          ? `${this.#base} gave no answer within ${
              this.#timeoutSeconds
            } seconds.`
          : `${this.#base} could not be reached: ${why}`,
      mend: 'Check that Backstage runs and can be reached from here (address, proxy, certificates: see NODE_EXTRA_CA_CERTS), then run this again.',
      cause: error,
    });
  }
}

function refusalOf(
  response: Response,
  text: string,
  address: string,
): CouldNotTell {
  const { status } = response;
  const said = messageOf(text);
  if (passingStatuses.includes(status)) {
    const after = Number(response.headers.get('retry-after'));
    return new PassingFailure({
      message: `The server answered with ${status}${said && `: ${said}`}`,
      mend: 'Run this again in a while. If it stays so, the log of the Backstage backend says why.',
      waitSeconds: after > 0 ? after : undefined,
    });
  }
  const because = said && ` It says: ${said}`;
  const [message, mend] = refusalTexts(status, because, address);
  return new CouldNotTell({ message, mend });
}

function refusalTexts(
  status: number,
  because: string,
  address: string,
): [string, string] {
  switch (status) {
    case 401:
      return [
        `The server does not know the token (401).${because}`,
        'Compare CONTINUITY_TOKEN with the entry under backend.auth.externalAccess.',
      ];
    case 403:
      return [
        `The token may not do this (403).${because}`,
        'Its entry under backend.auth.externalAccess needs accessRestrictions with plugin continuity and the permissions continuity.change.assess, and continuity.change.create to record.',
      ];
    case 404:
      return [
        `There is no continuity API at ${address} (404).${because}`,
        'Check CONTINUITY_URL, and that the backend has the plugin in a version that checks changes.',
      ];
    case 413:
      return [
        `The change is too large for one check (413).${because}`,
        'Leave out what belongs to no service, with --exclude.',
      ];
    default:
      return status >= 300 && status < 400
        ? [
            `The server sends to another address (${status}).`,
            'Set CONTINUITY_URL to the address of the backend itself; a sign-in page in front of it has to let the token through.',
          ]
        : [
            `The server refused the request (${status}).${because}`,
            'Mend what it names, or use the version of this program that belongs to the installed plugin.',
          ];
  }
}

/** Backstage's `{error: {message}}`; anything else is not worth printing. */
function messageOf(text: string): string {
  try {
    const { error } = JSON.parse(text) as { error?: { message?: unknown } };
    return typeof error?.message === 'string'
      ? error.message.slice(0, 2_000)
      : '';
  } catch {
    return '';
  }
}

/** Only what is relied upon here: a newer server may say more. */
function isAssessment(answer: unknown): answer is ChangeAssessment {
  const { verdict, findings, impacted, unmapped, problems } = (answer ??
    {}) as Partial<ChangeAssessment>;
  return (
    ['pass', 'warn', 'block'].includes(String(verdict)) &&
    [findings, impacted, unmapped, problems].every(Array.isArray)
  );
}
