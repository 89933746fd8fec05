import { aTestDetail } from '../../../dev/fixtures/aTest';
import { aRunServer } from '../../../dev/fixtures/aRunServer';
import { RunQueue } from './RunQueue';
import { resultsRequestOf, runStateOf, type RunState } from './RunPress';
import { noResultOf } from './withPresses';

const NOW = '2026-06-17T08:00:00.000Z';
const CHECKOUT = 'component:default/checkout';
const LEDGER = 'component:default/ledger';

const aResult = (ref: string, minimumService: string | null = null) => {
  const result = noResultOf(ref, {
    title: null,
    targets: {
      tier: null,
      rto: 'PT4H',
      rpo: null,
      mbcoPercent: null,
      mbcoText: null,
    },
  });
  return {
    ...result,
    times: { ...result.times, minimumService },
    revision: 1,
  };
};

function aRun(run: Partial<RunState> = {}): RunState {
  return { ...runStateOf(aTestDetail({ state: 'in-progress' })), ...run };
}

const note = (text: string) =>
  ({ kind: 'event', event: { kind: 'note', text } } as const);

const stamp = (refs: string[], at: string) =>
  ({
    kind: 'result',
    entityRefs: refs,
    patch: { times: { minimumService: at } },
    seen: Object.fromEntries(
      refs.map(ref => [ref, { times: { minimumService: null } }]),
    ),
  } as const);

function aQueue(options: {
  server: ReturnType<typeof aRunServer>;
  by?: string;
  run?: RunState;
}) {
  const { server, by = 'user:default/mira', run = aRun() } = options;
  return new RunQueue({
    testId: 'test-1',
    by,
    run,
    revision: 1,
    storage: window.localStorage,
    now: () => NOW,
    send: server.send,
    read: server.read,
  });
}

const keys = () => Object.keys(window.localStorage);
const texts = (server: ReturnType<typeof aRunServer>) =>
  server.run().events.map(({ text }) => text);

beforeEach(() => window.localStorage.clear());

describe('presses of a run', () => {
  it('are sent one after the other, and forgotten once they have arrived', async () => {
    const server = aRunServer(aRun());
    const queue = aQueue({ server });
    queue.add(note('first'));
    queue.add(note('second'));
    await queue.flush();
    expect(texts(server)).toEqual(['first', 'second']);
    expect(keys()).toEqual([]);
    expect(queue.getState()).toMatchObject({
      presses: [],
      offline: false,
      savedAt: NOW,
    });
  });

  it('survive a browser that dies, and go to the server when it is opened again', async () => {
    const server = aRunServer(aRun());
    server.goOffline();
    const before = aQueue({ server });
    before.add(note('while the line was down'));
    await before.flush();
    before.stop();
    expect(keys()).toHaveLength(1);

    server.comeBack();
    const after = aQueue({ server });
    expect(after.getState().presses).toHaveLength(1);
    await after.flush();
    expect(texts(server)).toEqual(['while the line was down']);
    expect(keys()).toEqual([]);
  });

  it('are not doubled where the answer was lost, whatever the order of losses and reloads', async () => {
    // a small generator with a seed: the same histories on every machine
    let seed = 42;
    const chance = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    for (let history = 0; history < 60; history++) {
      window.localStorage.clear();
      const server = aRunServer(aRun());
      const pressed: string[] = [];
      let queue = aQueue({ server });
      for (let step = 0; step < 12; step++) {
        const what = chance();
        if (what < 0.5) {
          const text = `note ${step}`;
          pressed.push(text);
          queue.add(note(text));
          await queue.flush();
        } else if (what < 0.65) server.goOffline();
        else if (what < 0.8) server.loseAnswers();
        else if (what < 0.9) server.comeBack();
        else {
          queue.stop();
          queue = aQueue({ server });
        }
      }
      queue.stop();
      server.comeBack();
      queue = aQueue({ server });
      await queue.flush();
      expect([...texts(server)].sort()).toEqual([...pressed].sort());
      expect(keys()).toEqual([]);
    }
  });

  it('of another person on the same computer stay theirs', async () => {
    const server = aRunServer(aRun());
    server.goOffline();
    const jonas = aQueue({ server, by: 'user:default/jonas' });
    jonas.add(note('by Jonas'));
    await jonas.flush();
    jonas.stop();
    server.comeBack();
    const mira = aQueue({ server });
    await mira.flush();
    expect(texts(server)).toEqual([]);
    expect(keys()).toHaveLength(1);
  });

  it('overwrite nothing: who pressed second sees what the first one stamped, and may insist', async () => {
    const run = aRun({ results: [aResult(CHECKOUT)] });
    const server = aRunServer(run);
    server.change(before => ({
      ...before,
      results: [aResult(CHECKOUT, '2026-06-17T07:59:00.000Z')],
    }));
    const queue = aQueue({ server, run });
    queue.add(stamp([CHECKOUT], NOW));
    await queue.flush();
    expect(server.run().results[0].times.minimumService).toBe(
      '2026-06-17T07:59:00.000Z',
    );
    const [conflict] = queue.getState().presses;
    expect(conflict.state).toBe('conflict');

    queue.insist(conflict.press.id);
    await queue.flush();
    expect(server.run().results[0].times.minimumService).toBe(NOW);
    expect(keys()).toEqual([]);
  });

  it('for many entities go through for those that nobody touched', async () => {
    const run = aRun({ results: [aResult(CHECKOUT), aResult(LEDGER)] });
    const server = aRunServer(run);
    server.change(before => ({
      ...before,
      results: [aResult(CHECKOUT, '2026-06-17T07:59:00.000Z'), aResult(LEDGER)],
    }));
    const queue = aQueue({ server, run });
    queue.add(stamp([CHECKOUT, LEDGER], NOW));
    await queue.flush();
    expect(
      server.run().results.map(({ times }) => times.minimumService),
    ).toEqual(['2026-06-17T07:59:00.000Z', NOW]);
    expect(
      queue
        .getState()
        .presses.map(({ press, state }) => [
          state,
          press.kind === 'result' && press.entityRefs,
        ]),
    ).toEqual([['conflict', [CHECKOUT]]]);
  });

  it('are no conflict where the other one stamped something else of the same entity', async () => {
    const run = aRun({ results: [aResult(CHECKOUT)] });
    const server = aRunServer(run);
    server.change(before => ({
      ...before,
      results: [
        {
          ...aResult(CHECKOUT),
          note: 'by somebody else',
        },
      ],
    }));
    const queue = aQueue({ server, run });
    queue.add(stamp([CHECKOUT], NOW));
    await queue.flush();
    expect(server.run().results[0]).toMatchObject({
      note: 'by somebody else',
      times: { minimumService: NOW },
    });
    expect(queue.getState().presses).toEqual([]);
  });

  it('that the server refuses are shown with its reason until they are taken away', async () => {
    const server = aRunServer(aRun());
    server.refuse('Full service is before the minimum service.');
    const queue = aQueue({ server });
    queue.add(stamp([CHECKOUT], NOW));
    await queue.flush();
    const [refused] = queue.getState().presses;
    expect(refused).toMatchObject({
      state: 'refused',
      message: 'Full service is before the minimum service.',
    });
    queue.dismiss(refused.press.id);
    expect(keys()).toEqual([]);
  });

  it('send the revision of each result, so that nobody’s first word is overwritten either', () => {
    const press = {
      ...stamp([CHECKOUT, LEDGER], NOW),
      entityRefs: [CHECKOUT, LEDGER],
      id: 'x',
      at: NOW,
    };
    const run = aRun({ results: [aResult(CHECKOUT)] });
    expect(resultsRequestOf(press, run).items[0].revisions).toEqual({
      [CHECKOUT]: 1,
      [LEDGER]: 0,
    });
  });
});
