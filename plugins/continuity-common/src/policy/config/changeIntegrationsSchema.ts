import { z } from 'zod';
import { changeStateSchema, changeTypeSchema } from '../../terms/changeTerms';
import { parseTargetDuration } from '../../terms/duration';
import { configText } from './configScalars';
import { strictSection } from './strictSection';

const pathHint =
  'Write a path such as "result.number"; "[]" goes through a list, as in "result.items[].name".';
const path = configText(pathHint).refine(
  text => /^[^.\s[\]]+(\[\])?(\.[^.\s[\]]+(\[\])?)*$/.test(text),
  { error: pathHint },
);

/** A path, or a path with a table of what its values mean. */
function mapped<Schema extends z.ZodType>(value: Schema) {
  return z.preprocess(
    written => (typeof written === 'string' ? { path: written } : written),
    strictSection({
      path,
      /** By the tool's value, as text; what is not in it is not said. */
      values: z.record(z.string(), value).optional(),
    }),
  );
}

const scope = strictSection({
  /** Full refs; a system stands for itself and its parts, `*` for everything. */
  entities: z
    .array(
      configText('Write refs such as "system:default/shop", or "*".').transform(
        ref => ref.toLowerCase(),
      ),
      { error: 'Write a list of refs, or ["*"].' },
    )
    .max(1_000, { error: 'Write at most 1,000 refs.' }),
});

const subject = configText(
  'Write the subject of the token, such as "external:ci".',
);

const webAddress = z.url({
  protocol: /^https?$/,
  error: 'Write an http or https address.',
});

const webhook = strictSection({
  /** In the address: `/changes/webhook/<source>`. */
  source: configText('Write a short name such as "servicenow".').refine(
    text =>
      /^[a-z][a-z0-9-]{0,62}$/.test(text) && !['portal', 'ci'].includes(text),
    {
      error:
        'Write lower-case letters, digits and "-", such as "servicenow"; "portal" and "ci" are taken.',
    },
  ),
  secret: configText('Write the shared secret.').refine(
    text => text.length >= 16,
    { error: 'Write a secret of at least 16 characters.' },
  ),
  /** How old a signed message may be. */
  tolerance: configText('Write a time such as "5m".')
    .prefault('5m')
    .transform((text, ctx) => {
      const parsed = parseTargetDuration(text);
      if (parsed.ok && parsed.seconds > 0) return parsed.seconds;
      ctx.issues.push({
        code: 'custom',
        message: 'Write a time such as "5m".',
        input: text,
      });
      return z.NEVER;
    }),
  map: strictSection({
    id: path,
    title: path.optional(),
    url: path.optional(),
    type: mapped(changeTypeSchema).optional(),
    model: mapped(z.string()).optional(),
    major: mapped(z.boolean()).optional(),
    state: mapped(changeStateSchema).optional(),
    plannedStart: path.optional(),
    plannedEnd: path.optional(),
    implementedAt: path.optional(),
    requestedBy: path.optional(),
    reason: path.optional(),
    entities: z.preprocess(
      written => (typeof written === 'string' ? { path: written } : written),
      strictSection({
        path,
        /** By the tool's name of a configuration item: a ref. */
        values: z.record(z.string(), z.string()).optional(),
        /** Of names without a kind. */
        kind: configText('Write a kind such as "component".').prefault(
          'component',
        ),
        /** Where one text holds several. */
        separator: configText('Write such as ",".').optional(),
      }),
    ),
  }),
  /** What the outcome may name. */
  scope: scope.prefault({ entities: [] }),
  /** Where the outcome is posted to; nowhere else. */
  callback: strictSection({
    url: webAddress,
    /** Default: that of the webhook. */
    secret: configText('Write the shared secret.').optional(),
  }).optional(),
});

/** The lists `continuity.changes.machines` and `continuity.changes.webhooks`: how others ask, which is no part of the policy. */
export const changeIntegrationsSchema = z.object({
  machines: z
    .array(strictSection({ subject, scope }), {
      error:
        'Write a list such as [{subject: external:ci, scope: {entities: ["*"]}}].',
    })
    .max(500, { error: 'Write at most 500 machines.' })
    .prefault([]),
  webhooks: z
    .array(webhook, { error: 'Write a list of webhooks.' })
    .max(50, { error: 'Write at most 50 webhooks.' })
    .prefault([])
    .check(payload => {
      payload.value.forEach(({ source }, index) => {
        const first = payload.value.findIndex(one => one.source === source);
        if (first === index) return;
        payload.issues.push({
          code: 'custom',
          path: [index, 'source'],
          message: `"${source}" is there already. Write a name of its own for each webhook.`,
          input: source,
        });
      });
    }),
});

/**
 * How machines and ITSM tools ask about changes: what answers to them may name, and how their messages are read. It holds secrets, so it is no part of
 * the policy, which is recorded and shown.
 *
 * @public
 */
export type ChangeIntegrations = z.output<typeof changeIntegrationsSchema>;

/** One ITSM tool that tells of changes. @public */
export type ChangeWebhook = ChangeIntegrations['webhooks'][number];
