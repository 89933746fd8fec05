import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  ChangeIntegrations,
  ChangeIntegrationsAnswer,
  ChangeWebhook,
  ChangeWebhookAnswer,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import {
  CallbackStore,
  type FailingCallbacks,
} from '../../change/CallbackStore';
import type { StoredChange } from '../../change/ChangeStore';
import { DeliveryStore } from '../../change/DeliveryStore';
import { CallerAccess } from '../../permissions/CallerAccess';
import { readNames } from '../../permissions/readNames';
import { ChangeSight } from './ChangeSight';

const MOST_FAILING = 3;

type Scope = ChangeIntegrationsAnswer['machines'][number]['scope'];
type Webhook = ChangeIntegrationsAnswer['webhooks'][number];
type Delivery = { changeId: string; at: string };

interface Options {
  database: Knex;
  access: CallerAccess;
  integrations: ChangeIntegrations;
  changeSight: ChangeSight;
  callbackStore: CallbackStore;
  deliveries: DeliveryStore<ChangeWebhookAnswer>;
}

/** What is known of a webhook beside its configuration. */
interface Known {
  delivery: Delivery | undefined;
  failing: FailingCallbacks;
  seen: Map<string, StoredChange>;
  scopeOf: (entities: string[]) => Scope;
}

/** Shows how machines and ITSM tools ask about changes. Each field is named here, so that none shows because it was added to the configuration. */
export class ChangeIntegrationsService {
  readonly #options: Options;

  static create(options: Options) {
    return new ChangeIntegrationsService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async get({
    credentials,
  }: {
    credentials: BackstageCredentials;
  }): Promise<ChangeIntegrationsAnswer> {
    const { database, integrations, changeSight } = this.#options;
    const { machines, webhooks } = integrations;
    const access = await this.#options.access.of(credentials);
    const latest = await this.#options.deliveries.latest();
    const failing = await this.#options.callbackStore.failing(MOST_FAILING);
    const seen = await changeSight.seen(
      [
        ...[...latest.values()].map(({ changeId }) => changeId),
        ...[...failing.values()].flatMap(one =>
          one.latest.map(({ changeId }) => changeId),
        ),
      ],
      access,
    );
    const { isShown } = await changeSight.among(
      new Set(
        [...machines, ...webhooks].flatMap(({ scope }) => scope.entities),
      ),
      { access },
    );
    const scopeOf = (entities: string[]): Scope => {
      const named = entities.filter(ref => ref !== '*');
      const shown = named.filter(isShown);
      return {
        everything: named.length < entities.length,
        entities: shown,
        redacted: named.length - shown.length,
      };
    };
    const answer = {
      machines: machines.map(({ subject, scope }) => ({
        subject,
        scope: scopeOf(scope.entities),
      })),
      webhooks: webhooks.map(webhook =>
        describe(webhook, {
          delivery: latest.get(webhook.source),
          failing: failing.get(webhook.source) ?? { total: 0, latest: [] },
          seen,
          scopeOf,
        }),
      ),
    };
    return { ...answer, names: await readNames(database, answer) };
  }
}

function describe(webhook: ChangeWebhook, known: Known): Webhook {
  const { source, tolerance, map, scope, callback } = webhook;
  const { delivery, failing, seen, scopeOf } = known;
  const { entities, ...fields } = map;
  const changeOf = (changeId: string) => {
    const change = seen.get(changeId);
    if (!change) return null;
    const { id, externalId, title, state } = change;
    return { id, externalId, title, state };
  };
  return {
    source,
    tolerance,
    fields: Object.entries(fields).flatMap(([field, read]) =>
      read === undefined ? [] : [fieldOf(field, read)],
    ),
    entities: {
      path: entities.path,
      kind: entities.kind,
      separator: entities.separator ?? null,
      translated: Object.keys(entities.values ?? {}).length,
    },
    scope: scopeOf(scope.entities),
    callback: callback ? { host: new URL(callback.url).host } : null,
    lastDelivery: delivery
      ? { at: delivery.at, change: changeOf(delivery.changeId) }
      : null,
    failing: {
      total: failing.total,
      latest: failing.latest.map(({ changeId, isWaiting, message, at }) => ({
        at,
        message,
        waiting: isWaiting,
        change: changeOf(changeId),
      })),
    },
  };
}

function fieldOf(
  field: string,
  read: string | { path: string; values?: Record<string, unknown> },
): Webhook['fields'][number] {
  if (typeof read === 'string') return { field, path: read, values: null };
  const { path, values } = read;
  return {
    field,
    path,
    values:
      values === undefined
        ? null
        : Object.fromEntries(
            Object.entries(values).map(([said, means]) => [
              said,
              String(means),
            ]),
          ),
  };
}
