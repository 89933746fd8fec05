import { createHash } from 'node:crypto';
import type { AuthService } from '@backstage/backend-plugin-api';
import {
  AuthenticationError,
  ConflictError,
  NotFoundError,
} from '@backstage/errors';
import type {
  ChangeDescription,
  ChangeIntegrations,
  ChangeWebhook,
  ChangeWebhookAnswer,
  ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import { normaliseRef } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { CallbackStore } from '../../change/CallbackStore';
import type { ChangeStore, StoredChange } from '../../change/ChangeStore';
import { ChangeWriter } from '../../change/ChangeWriter';
import { DeliveryStore } from '../../change/DeliveryStore';
import { mayStep } from '../../change/mayStep';
import { readPayload, type ToldChange } from '../../change/readPayload';
import { isSigned, type SignedMessage } from '../../contract/signature';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { CallerAccess, type Access } from '../../permissions/CallerAccess';
import { ChangeCheckService } from './ChangeCheckService';
import {
  ChangeRecorder,
  withKnown,
  type Recording,
} from '../../change/ChangeRecorder';
import { approvedBy, implementedBy, steppedTo } from '../../change/changeSteps';

const deliveryHeaders = [
  'x-continuity-delivery',
  'x-github-delivery',
  'x-atlassian-webhook-identifier',
];

interface Options {
  auth: AuthService;
  access: CallerAccess;
  policy: ContinuityPolicy;
  integrations: ChangeIntegrations;
  changeCheck: ChangeCheckService;
  changeRecorder: ChangeRecorder;
  changeStore: ChangeStore;
  changeWriter: ChangeWriter;
  callbackStore: CallbackStore;
  deliveries: DeliveryStore<ChangeWebhookAnswer>;
  clock: () => Date;
}

/** The same message arrived at the same moment. */
class DeliveredBefore extends Error {}

type Also = (trx: Knex.Transaction, change: StoredChange) => Promise<void>;

/** Takes what ITSM tools tell of changes: signed, read by the configured paths, each message once. */
export class ChangeWebhookService {
  readonly #options: Options;

  static create(options: Options) {
    return new ChangeWebhookService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async take(
    source: string,
    payload: unknown,
    message: SignedMessage,
  ): Promise<ChangeWebhookAnswer> {
    const { deliveries, integrations, clock } = this.#options;
    const webhook = integrations.webhooks.find(one => one.source === source);
    // who knows no secret learns nothing about which sources there are
    const isGenuine =
      webhook !== undefined &&
      isSigned(message, {
        secret: webhook.secret,
        now: clock(),
        toleranceSeconds: webhook.tolerance,
      });
    if (!isGenuine) {
      throw new AuthenticationError(
        'The message is not signed with the secret of this source, or is too old.',
      );
    }
    const read = readPayload(payload, webhook.map);
    if (!read.ok) throw new WrongFieldsError(read.issues);
    const bodySha256 = createHash('sha256').update(message.body).digest('hex');
    const deliveryId =
      deliveryHeaders
        .flatMap(name => message.header(name) ?? [])[0]
        ?.slice(0, 200) ?? bodySha256;
    const known = await this.#delivered(source, { deliveryId, bodySha256 });
    if (known) return known;
    try {
      return await this.#handle(webhook, read.told, async (trx, change) => {
        const answer = answerOf(change);
        const isNew = await deliveries.insert(trx, {
          source,
          deliveryId,
          bodySha256,
          changeId: change.id,
          answer,
          at: clock().toISOString(),
        });
        if (!isNew) throw new DeliveredBefore();
      });
    } catch (error) {
      if (!(error instanceof DeliveredBefore)) throw error;
      return (await this.#delivered(source, { deliveryId, bodySha256 }))!;
    }
  }

  async #delivered(
    source: string,
    sent: { deliveryId: string; bodySha256: string },
  ): Promise<ChangeWebhookAnswer | undefined> {
    const known = await this.#options.deliveries.get(source, sent.deliveryId);
    if (!known) return undefined;
    if (known.bodySha256 !== sent.bodySha256) {
      throw new ConflictError(
        `The delivery "${sent.deliveryId}" was taken at ${known.at} with other contents. Send another id.`,
      );
    }
    return { ...known.answer, duplicate: true };
  }

  async #handle(
    webhook: ChangeWebhook,
    told: ToldChange,
    remember: Also,
  ): Promise<ChangeWebhookAnswer> {
    const { changeStore } = this.#options;
    const { source } = webhook;
    const external = { source, externalId: told.said.id };
    const by = `webhook:${source}`;
    const known = await changeStore.findExternal(external);
    const isOpen =
      !known || known.state === 'planned' || known.state === 'approved';
    const isNews = told.state !== undefined && told.state !== known?.state;
    const also: Also = async (trx, change) => {
      await remember(trx, change);
      await this.#askForCallback(trx, change, webhook);
    };
    let changeId = known?.id;
    if (isOpen && told.entityRefs.length > 0) {
      changeId = await this.#assess(webhook, told, {
        known,
        // a step that follows remembers the message
        also: isNews ? async () => {} : also,
      });
    } else if (!known) {
      throw new WrongFieldsError([
        {
          path: 'entities',
          message: `There is no entity at "${webhook.map.entities.path}" of the message. Name what the change touches.`,
        },
      ]);
    }
    if (isNews) await this.#move(changeId!, told, { by, also });
    else if (!isOpen || told.entityRefs.length === 0) {
      await this.#rememberOnly(changeId!, also);
    }
    const change = await changeStore.get(changeId!);
    if (!change) throw new NotFoundError('The change is gone.');
    return answerOf(change);
  }

  async #assess(
    webhook: ChangeWebhook,
    told: ToldChange,
    how: { known: StoredChange | undefined; also: Also },
  ): Promise<string> {
    const { changeCheck, changeRecorder, changeStore } = this.#options;
    const { source } = webhook;
    const { known, also } = how;
    const said: ChangeDescription = withKnown(told.said, known);
    const subject = {
      touched: told.entityRefs.map(entityRef => ({
        entityRef,
        action: 'modify' as const,
      })),
    };
    const { whole } = await changeCheck.check(
      { change: said, ...subject },
      { access: await this.#access(source), keep: true },
    );
    const recording: Recording = {
      whole: whole!,
      subject,
      said,
      source,
      by: `webhook:${source}`,
      requestedBy:
        normaliseRef(told.requestedBy, {
          defaultKind: 'user',
          defaultNamespace: 'default',
        }) ?? `external:${source}`,
    };
    if (known) {
      await changeRecorder.next(known.id, recording, also);
      return known.id;
    }
    const begun = await changeRecorder.begin(recording, also);
    if (begun !== undefined) return begun;
    const other = await changeStore.findExternal({
      source,
      externalId: told.said.id,
    });
    await changeRecorder.next(other!.id, recording, also);
    return other!.id;
  }

  /** The tool's word on where the change stands; its own approvals are its own business. */
  async #move(
    changeId: string,
    told: ToldChange,
    { by, also }: { by: string; also: Also },
  ): Promise<void> {
    const { changeWriter, policy } = this.#options;
    const { state, implementedAt, reason } = told;
    await changeWriter.change(
      changeId,
      by,
      ({ change, at }) => {
        const how = { by, at };
        const steps = {
          approved: ['approve', approvedBy(change, how)],
          withdrawn: ['withdraw', { ...change, state: 'withdrawn' as const }],
          implemented: [
            'implement',
            implementedBy(change, {
              ...how,
              policy,
              ...(implementedAt &&
                implementedAt <= at && { when: implementedAt }),
            }),
          ],
          planned: undefined,
        } as const;
        const step = steps[state!];
        const isPossible =
          step !== undefined &&
          (mayStep(step[0], change, { by }).ok ||
            // the tool approved it, whatever is blocked here: that is kept as it was
            (step[0] !== 'withdraw' && change.state === 'planned'));
        if (!isPossible) {
          throw new ConflictError(
            `This change is ${change.state} and can't become ${state}.`,
          );
        }
        return steppedTo(step[1], { name: step[0], change, reason });
      },
      also,
    );
  }

  /** A message that says nothing new still counts once. */
  async #rememberOnly(changeId: string, also: Also): Promise<void> {
    await this.#options.changeWriter.note(changeId, also);
  }

  async #askForCallback(
    trx: Knex.Transaction,
    change: StoredChange,
    webhook: ChangeWebhook,
  ): Promise<void> {
    if (!webhook.callback) return;
    await this.#options.callbackStore.ask(trx, {
      changeId: change.id,
      source: webhook.source,
      at: this.#options.clock().toISOString(),
    });
  }

  /** Nobody is signed in: what is found is found as the backend sees it, and named as the source's scope says. */
  async #access(source: string): Promise<Access> {
    const { auth, access } = this.#options;
    const own = await access.of(await auth.getOwnServiceCredentials());
    return { ...own, subject: `webhook:${source}`, isUser: false };
  }
}

function answerOf(change: StoredChange): ChangeWebhookAnswer {
  const { id, externalId, state, verdict, headline, caused } = change;
  return {
    changeId: id,
    externalId: externalId!,
    state,
    verdict,
    headline,
    caused,
    duplicate: false,
  };
}
