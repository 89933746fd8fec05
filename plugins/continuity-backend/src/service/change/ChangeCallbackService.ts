import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ChangeIntegrations,
  ChangeWebhook,
} from 'backstage-plugin-continuity-common';
import {
  CallbackStore,
  type WaitingCallback,
} from '../../change/CallbackStore';
import type { ChangeStore } from '../../change/ChangeStore';
import { hideInAssessment } from '../../permissions/hideInAssessment';
import { MachineScopes } from '../../change/MachineScopes';
import { signatureHeader, signatureOf } from '../../contract/signature';
import { collectEntityRefs } from '../../permissions/entityRefsIn';

const AT_ONCE = 50;
/** Within about half a day. */
const MOST_ATTEMPTS = 12;
const TIMEOUT_MS = 10_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;
const MOST_FINDINGS = 100;

interface Options {
  integrations: ChangeIntegrations;
  callbackStore: CallbackStore;
  changeStore: ChangeStore;
  machineScopes: MachineScopes;
  logger: LoggerService;
  clock: () => Date;
  /** For tests. */
  fetch?: typeof fetch;
}

/** Posts outcomes back to where changes came from: signed, to the configured address and nowhere else, again and again until it is taken. */
export class ChangeCallbackService {
  readonly #options: Options;

  static create(options: Options) {
    return new ChangeCallbackService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Sends what is due. Returns how many were taken. */
  async run(): Promise<number> {
    const { callbackStore, clock } = this.#options;
    let sent = 0;
    for (const waiting of await callbackStore.due(
      clock().toISOString(),
      AT_ONCE,
    )) {
      if (await this.#send(waiting)) sent += 1;
    }
    return sent;
  }

  async #send(waiting: WaitingCallback): Promise<boolean> {
    const { callbackStore, integrations, logger, clock } = this.#options;
    const webhook = integrations.webhooks.find(
      ({ source }) => source === waiting.source,
    );
    const error = webhook?.callback
      ? await this.#post(waiting.changeId, webhook)
      : 'No address is configured for this source any more.';
    const now = clock();
    const isLast = waiting.attempts + 1 >= MOST_ATTEMPTS || !webhook?.callback;
    const failure = isLast ? 'failed' : 'waiting';
    const state = error === null ? 'sent' : failure;
    if (error !== null) {
      logger.warn(
        `The outcome of change ${waiting.changeId} could not be posted to ${waiting.source}: ${error}`,
      );
    }
    const wait = Math.min(30_000 * 2 ** waiting.attempts, LONGEST_WAIT_MS);
    await callbackStore.note(waiting, {
      state,
      error,
      at: now.toISOString(),
      nextAt:
        state === 'waiting'
          ? new Date(now.getTime() + wait).toISOString()
          : null,
    });
    return error === null;
  }

  /** @returns what went wrong, without the address: it may hold a token */
  async #post(
    changeId: string,
    webhook: ChangeWebhook,
  ): Promise<string | null> {
    const { clock, fetch: send = fetch } = this.#options;
    const { url, secret = webhook.secret } = webhook.callback!;
    const outcome = await this.#outcome(changeId, webhook);
    if (!outcome) return 'The change is gone.';
    const body = JSON.stringify(outcome);
    try {
      const response = await send(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          [signatureHeader]: signatureOf(body, { secret, at: clock() }),
        },
        body,
        // who answers for the configured address must not send us elsewhere
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.body?.cancel();
      if (response.status >= 200 && response.status < 300) return null;
      return response.status >= 300 && response.status < 400
        ? `It answered with a redirect (${response.status}), which is not followed.`
        : `It answered with status ${response.status}.`;
    } catch (error) {
      return describe(error);
    }
  }

  async #outcome(changeId: string, { source, scope }: ChangeWebhook) {
    const { changeStore, machineScopes } = this.#options;
    const change = await changeStore.get(changeId);
    if (!change) return undefined;
    const stored = await changeStore.assessment(
      changeId,
      change.lastAssessment,
    );
    const whole = stored!.assessment;
    const isInScope = scope.entities.includes('*')
      ? () => true
      : await machineScopes.among(`webhook:${source}`, [
          ...collectEntityRefs(whole),
        ]);
    const shown = hideInAssessment(whole, isInScope);
    const { verdict, headline, counts, findings, redacted, truncated } = shown;
    return {
      id: change.externalId,
      changeId,
      state: change.state,
      verdict,
      headline,
      assessedAt: shown.assessedAt,
      counts,
      totalImpacted: shown.totalImpacted,
      reviewDueAt: change.reviewDueAt,
      findings: findings
        .filter(({ origin }) => origin === 'caused')
        .slice(0, MOST_FINDINGS)
        .map(({ rule, severity, enforcement, entityRef, path, why, what }) => ({
          rule,
          severity,
          enforcement,
          entityRef,
          path,
          why,
          what,
        })),
      redacted,
      truncated,
    };
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'It could not be reached.';
  if (error.name === 'TimeoutError') return 'It did not answer in time.';
  const { code } = (error.cause ?? {}) as { code?: unknown };
  return typeof code === 'string'
    ? `It could not be reached (${code}).`
    : 'It could not be reached.';
}
