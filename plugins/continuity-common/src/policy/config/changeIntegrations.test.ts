import { parseContinuityConfig } from './parseContinuityConfig';

const webhook = {
  source: 'servicenow',
  secret: 'a secret that nobody knows',
  map: { id: 'result.number', entities: 'result.cis[].name' },
};

const parse = (changes: object) => parseContinuityConfig({ changes });

describe('the configuration of who asks about changes', () => {
  it('is no part of the policy, which is recorded and shown', () => {
    const { policy, operations } = parse({
      requestDue: 'P10D',
      machines: [
        {
          subject: 'external:ci',
          scope: { entities: ['System:default/Shop'] },
        },
      ],
      webhooks: [webhook],
    });
    expect(JSON.stringify(policy)).not.toContain('secret');
    expect(policy.changes).toMatchObject({ requestDue: 'P10D' });
    expect(operations.changes).toMatchObject({
      machines: [
        {
          subject: 'external:ci',
          scope: { entities: ['system:default/shop'] },
        },
      ],
      webhooks: [
        {
          source: 'servicenow',
          tolerance: 300,
          map: { entities: { path: 'result.cis[].name', kind: 'component' } },
          scope: { entities: [] },
        },
      ],
    });
  });

  it.each<[string, object, string]>([
    ['a short secret', { ...webhook, secret: 'short' }, 'webhooks[0].secret'],
    ['a name with spaces', { ...webhook, source: 'a b' }, 'webhooks[0].source'],
    ['a name of ours', { ...webhook, source: 'ci' }, 'webhooks[0].source'],
    ['no id', { ...webhook, map: { entities: 'a' } }, 'webhooks[0].map.id'],
    [
      'a path that is none',
      { ...webhook, map: { ...webhook.map, id: 'a..b' } },
      'webhooks[0].map.id',
    ],
    [
      'a state that is none',
      {
        ...webhook,
        map: { ...webhook.map, state: { path: 'a', values: { x: 'done' } } },
      },
      'webhooks[0].map.state.values.x',
    ],
    [
      'an address that is none',
      { ...webhook, callback: { url: 'ftp://example.com' } },
      'webhooks[0].callback.url',
    ],
  ])('refuses %s, and says where', (_, wrong, path) => {
    const refused = () => parse({ webhooks: [wrong] });
    expect(refused).toThrow(`continuity.changes.${path}`);
    expect(refused).not.toThrow('nobody knows');
  });

  it('refuses two webhooks of one name', () => {
    expect(() => parse({ webhooks: [webhook, webhook] })).toThrow(
      'continuity.changes.webhooks[1].source: "servicenow" is there already.',
    );
  });
});
