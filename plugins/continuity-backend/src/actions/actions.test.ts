import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import mcpPlugin from '@backstage/plugin-mcp-actions-backend';
import request from 'supertest';
import { z } from 'zod';
import { aCompany, checkout, ledger, roles } from '../__testUtils__/aCompany';
import { Portal } from '../__testUtils__/Portal';
import { getEntityContinuityInput } from './registerGetEntityContinuity';
import { listDueTestsInput } from './registerListDueTests';
import { planTestInput } from './registerPlanTest';
import { checkChangeInput } from './registerCheckChange';
import { getDependenciesInput } from './registerGetDependencies';
import { listOwnerGapsInput } from './registerListOwnerGaps';
import { whatIfLostInput } from './registerWhatIfLost';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

interface Tool {
  name: string;
  inputSchema: object;
  annotations: object;
}

describe('what assistants get through the MCP endpoint', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await Portal.start({
      knex: await databases.init('SQLITE_3'),
      catalog: aCompany(),
      roles: { ...roles, nobody: { mayNothing: true } },
      features: [mcpPlugin],
    });
    await portal
      .as('manuela')
      .edit(checkout, { tier: 'tier-1', wrt: 'PT30M' }, { revision: 0 })
      .expect(200);
    await portal
      .as('manuela')
      .edit(ledger, { tier: 'tier-2' }, { revision: 0 })
      .expect(200);
    await portal.sweep();
    for (let tries = 0; tries < 100; tries += 1) {
      const { body } = await portal.asService().get('/coverage');
      if (body.totalItems === 5) return;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    throw new Error('The catalog was not read');
  });
  afterAll(() => portal.stop());

  async function rpc(user: string, method: string, params: object) {
    const response = await request(portal.backend.server)
      .post('/api/mcp-actions/v1')
      .set('authorization', mockCredentials.user.header(`user:default/${user}`))
      .set('accept', 'application/json, text/event-stream')
      .send({ jsonrpc: '2.0', id: 1, method, params })
      .expect(200);
    const [, data] = response.text.match(/^data: (.*)$/m) ?? [];
    return JSON.parse(data ?? response.text).result;
  }

  async function toolsOf(user: string): Promise<Tool[]> {
    const { tools } = await rpc(user, 'tools/list', {});
    return tools;
  }

  async function call(user: string, tool: string, input: object) {
    const result = await rpc(user, 'tools/call', {
      name: `continuity.${tool}`,
      arguments: input,
    });
    return result.isError
      ? { error: result.content[0].text as string }
      : { output: result.structuredContent };
  }

  it('are, for a reader, tools that only read, in any order and as often as one likes', async () => {
    const tools = await toolsOf('rita');
    expect(tools.map(tool => [tool.name, tool.annotations]).sort()).toEqual(
      [
        'check-change',
        'get-dependencies',
        'get-entity-continuity',
        'list-due-tests',
        'list-owner-gaps',
        'what-if-lost',
      ].map(name => [
        `continuity.${name}`,
        expect.objectContaining({
          readOnlyHint: true,
          idempotentHint: true,
          destructiveHint: false,
        }),
      ]),
    );
  });

  it.each([
    ['continuity.get-entity-continuity', getEntityContinuityInput],
    ['continuity.list-owner-gaps', listOwnerGapsInput],
    ['continuity.get-dependencies', getDependenciesInput],
    ['continuity.what-if-lost', whatIfLostInput],
    ['continuity.check-change', checkChangeInput],
    ['continuity.list-due-tests', listDueTestsInput],
    ['continuity.plan-test', planTestInput],
  ])(
    'say the same input of %s in both versions of zod',
    async (name, schema) => {
      const tool = (await toolsOf('manuela')).find(each => each.name === name)!;
      expect(tool.inputSchema).toEqual(
        z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }),
      );
    },
  );

  it('read the same of an entity as the tab does', async () => {
    const { output } = await call('rita', 'get-entity-continuity', {
      entityRef: 'Component:checkout',
    });
    const { body } = await portal
      .as('rita')
      .get('/entities/by-name/component/default/checkout')
      .expect(200);

    expect(output).toMatchObject({
      entityRef: checkout,
      title: 'Checkout',
      status: body.status,
      tier: 'tier-1',
      tierTitle: 'Mission critical',
      rto: 'PT1H',
      rpo: 'PT5M',
      wrt: 'PT30M',
      mbco: null,
      recoveryOwner: 'group:default/shop-team',
      sources: { tier: 'portal', rto: 'tier', recoveryOwner: 'entity-owner' },
      lastKnownAt: null,
    });
    expect(output.gaps.map((gap: { code: string }) => gap.code)).toEqual(
      body.gaps.map((gap: { code: string }) => gap.code),
    );
    expect(output.gaps.length).toBeGreaterThan(0);
    expect(output.gaps[0].action).toBe(body.gaps[0].action);
  });

  it('tell of an entity that the caller may not see what they tell of one that does not exist', async () => {
    const hidden = await call('sam', 'get-entity-continuity', {
      entityRef: ledger,
    });
    const absent = await call('sam', 'get-entity-continuity', {
      entityRef: 'component:default/absent',
    });
    expect(hidden.error).toMatch(/^NotFoundError: /);
    expect(absent.error).toBe(
      hidden.error!.replace(ledger, 'component:default/absent'),
    );

    const seen = await call('sam', 'get-entity-continuity', {
      entityRef: checkout,
    });
    expect(JSON.stringify(seen.output)).not.toMatch(/ledger|secret/);
    expect(seen.output.hiddenNeighbours).toBe(1);
  });

  it('say what an entity needs, and what a loss does, without what the caller may not see', async () => {
    const needs = await call('rita', 'get-dependencies', {
      entityRef: 'component:checkout',
      direction: 'needs',
    });
    expect(needs.output).toMatchObject({
      entityRef: checkout,
      rtoSeconds: 3600,
      needs: {
        total: 2,
        hidden: 0,
        items: [{ entityRef: 'component:default/cart' }, { entityRef: ledger }],
      },
      neededBy: null,
    });
    const loss = await call('sam', 'what-if-lost', {
      entityRefs: ['component:default/cart', ledger],
      outage: '4h',
    });
    expect(loss.output).toMatchObject({
      unknown: [ledger],
      lost: 1,
      affected: 2,
      items: [
        { entityRef: 'component:default/cart', effect: 'lost', wave: 1 },
        { entityRef: checkout, effect: 'affected' },
        { entityRef: 'system:default/shop', effect: 'affected' },
      ],
    });
    const seen = await call('sam', 'get-dependencies', { entityRef: checkout });
    expect(seen.output.needs.hidden).toBe(1);
    expect(JSON.stringify(seen.output)).not.toMatch(/ledger|secret/);
  });

  it('list what an owner has to do, with the groups below and page by page', async () => {
    const listed: string[] = [];
    let cursor: string | undefined;
    do {
      const { output } = await call('rita', 'list-owner-gaps', {
        owner: 'commerce',
        limit: 1,
        ...(cursor && { cursor }),
      });
      expect(output).toMatchObject({
        owner: 'group:default/commerce',
        totalItems: 3,
      });
      listed.push(
        ...output.items.map((item: { entityRef: string }) => item.entityRef),
      );
      cursor = output.nextCursor ?? undefined;
    } while (cursor);
    expect([...listed].sort()).toEqual([
      'component:default/cart',
      checkout,
      'system:default/shop',
    ]);
    expect(listed[0]).toBe(checkout);
  });

  it('list nothing of a hidden owner, and refuse what is no owner', async () => {
    const seen = await call('rita', 'list-owner-gaps', {
      owner: 'secret-team',
    });
    expect(seen.output.totalItems).toBe(2);
    const hidden = await call('sam', 'list-owner-gaps', {
      owner: 'secret-team',
    });
    expect(hidden.output).toMatchObject({ items: [], totalItems: 0 });
    const wrong = await call('rita', 'list-owner-gaps', { owner: 'a:b:c/' });
    expect(wrong.error).toMatch(/^InputError: .*kind:namespace\/name/);
  });

  it.each([
    ['get-entity-continuity', { entityRef: '' }],
    ['get-entity-continuity', { entityRef: checkout, tier: 'tier-4' }],
    ['list-owner-gaps', { owner: 'commerce', limit: 500 }],
    ['list-owner-gaps', {}],
    ['what-if-lost', { entityRefs: [] }],
    ['check-change', { entityRefs: ['nonsense'] }],
    ['what-if-lost', { entityRefs: [checkout], outage: '4' }],
    ['get-dependencies', { entityRef: checkout, direction: 'up' }],
    ['list-due-tests', { limit: 500 }],
  ])('refuse a wrong input of %s: %p', async (tool, input) => {
    const { error } = await call('rita', tool, input);
    expect(error).toMatch(/InputError/);
  });

  it('list what is due, and plan it', async () => {
    const due = await call('olivia', 'list-due-tests', {
      owner: 'commerce',
      until: '2099-01-01',
    });
    expect(due.output).toMatchObject({ nextCursor: null });
    const listed = due.output.items.map((item: any) => [
      item.entityRef,
      item.depth,
      item.state,
    ]);
    expect(listed).toContainEqual([checkout, 'restore', 'never-tested']);
    expect(due.output.totalItems).toBe(due.output.items.length);
    const hidden = await call('sam', 'list-due-tests', {
      until: '2099-01-01',
    });
    expect(JSON.stringify(hidden.output)).not.toMatch(/ledger|secret/);

    const audit = jest.mocked(portal.auditor.createEvent);
    audit.mockClear();
    const input = {
      title: 'Restore of the checkout',
      depth: 'restore',
      environment: 'production-like',
      entityRefs: [checkout],
      start: '2099-06-30',
      end: '2099-07-01',
      timeZone: 'Europe/Berlin',
    };
    const { output } = await call('olivia', 'plan-test', input);
    expect(output).toMatchObject({
      title: 'Restore of the checkout',
      startsAt: '2099-06-29T22:00:00.000Z',
      endsAt: '2099-07-01T22:00:00.000Z',
      conflicts: [],
    });
    expect(audit.mock.calls.map(([event]: any) => event.eventId)).toContain(
      'test-create',
    );
    const { body } = await portal
      .as('olivia')
      .get(`/tests/${output.testId}`)
      .expect(200);
    expect(body).toMatchObject({
      state: 'planned',
      facilitator: { ref: 'user:default/olivia' },
    });
    const again = await call('olivia', 'plan-test', input);
    expect(again.output.conflicts).toMatchObject([
      { kind: 'entity', refs: [checkout], otherTest: input.title },
      { kind: 'participant' },
    ]);
  });

  it('plan nothing wrong, and nothing of what the caller may not see', async () => {
    const input = {
      title: 'Restore',
      depth: 'restore',
      environment: 'other',
      entityRefs: [checkout],
      start: '2099-06-30T10:00:00Z',
      end: '2099-06-30T09:00:00Z',
    };
    const backwards = await call('olivia', 'plan-test', input);
    expect(backwards.error).toMatch(/InputError: schedule\.end: /);
    const hidden = await call('sam', 'plan-test', {
      ...input,
      end: '2099-06-30T11:00:00Z',
      facilitator: 'user:default/olivia',
      entityRefs: [ledger],
    });
    expect(hidden.error).toMatch(/InputError: .*does not exist/);
    const refused = await call('rita', 'plan-test', input);
    expect(refused.error).toMatch(/^NotFoundError: Action .* not found/);
  });

  it('are no tools for somebody who may not read continuity data', async () => {
    expect(await toolsOf('nobody')).toEqual([]);
    const refused = await call('nobody', 'get-entity-continuity', {
      entityRef: checkout,
    });
    expect(refused.error).toMatch(/^NotFoundError: Action .* not found/);
  });
});
