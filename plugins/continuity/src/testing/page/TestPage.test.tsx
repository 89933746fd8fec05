import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { act } from 'react-dom/test-utils';
import type { TestDetail, TestStep } from 'backstage-plugin-continuity-common';
import { aTestDetail, aTestText } from '../../../dev/fixtures/aTest';
import { FakeRunApi } from '../../../dev/fixtures/FakeRunApi';
import { renderTests } from '../../../dev/fixtures/renderTests';
import { stopTheClock } from '../../../dev/fixtures/stopTheClock';
import { resultsForAll } from '../run/useTestRun';

stopTheClock('2026-06-17T12:00:00Z');
beforeEach(() => window.localStorage.clear());

const aStep = (step: Partial<TestStep>): TestStep => ({
  id: 'stop',
  plan: null,
  title: 'Stop what does harm',
  what: '',
  who: ['Recovery lead'],
  expectedDuration: 'PT5M',
  after: [],
  state: 'open',
  startedAt: null,
  doneAt: null,
  doneBy: null,
  note: '',
  revision: 1,
  updatedAt: null,
  updatedBy: null,
  ...step,
});

const running = (said: Parameters<typeof aTestDetail>[0] = {}): TestDetail =>
  aTestDetail({
    contents: aTestText({
      title: 'Failover of the checkout',
      depth: 'failover',
      entities: ['component:default/checkout', 'component:default/ledger'],
    }),
    state: 'in-progress',
    startedAt: '2026-06-17T11:00:00.000Z',
    startedBy: 'user:default/mira',
    allowedActions: ['test.run', 'test.complete', 'test.attach'],
    steps: [aStep({})],
    ...said,
  });

const open = (test: TestDetail, query = '') => {
  const api = new FakeRunApi([test]);
  return { api, user: renderTests(api, `/${test.id}${query}`) };
};

describe('a test that is planned', () => {
  it('reads like an invitation, and is started by one press', async () => {
    const { user } = open(aTestDetail());
    expect(
      await screen.findByRole('heading', {
        name: 'Restore of the orders database',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText(/08:00 – 10:00 UTC$/)).toBeVisible();
    expect(screen.getByText('All orders until 22:00 are there')).toBeVisible();
    expect(screen.getByText('Bring the key of the vault.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Edit' })).toHaveAttribute(
      'href',
      '/continuity/tests/test-1/edit',
    );
    await user.click(screen.getByRole('button', { name: 'Start the test' }));
    expect(await screen.findByText('since the test started')).toBeVisible();
  });

  it('is cancelled only with a reason, which stays to be read', async () => {
    const { user } = open(aTestDetail());
    await user.click(
      await screen.findByRole('button', { name: 'Cancel the test' }),
    );
    const dialog = screen.getByRole('dialog');
    await user.type(within(dialog).getByRole('textbox'), 'Freeze of the bank');
    await user.click(
      within(dialog).getByRole('button', { name: 'Cancel the test' }),
    );
    expect(await screen.findByText('Freeze of the bank')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Start/ })).toBeNull();
  });

  it('says so where there is no such test', async () => {
    renderTests(new FakeRunApi([]), '/nothing');
    expect(await screen.findByText('There is no such test')).toBeVisible();
  });
});

describe('a test that runs', () => {
  it('stamps a time for all chosen services by one press', async () => {
    const { api, user } = open(running());
    await user.click(
      await screen.findByRole('checkbox', { name: 'Choose ledger' }),
    );
    await user.click(
      screen.getByRole('button', { name: 'Disruption starts now' }),
    );
    expect(await screen.findByText('since the disruption began')).toBeVisible();
    await waitFor(async () =>
      expect(
        (
          await api.get('test-1')
        ).results.map(({ times }) => times.disruptionStart),
      ).toEqual([expect.stringMatching(/^2026-06-17T12:00/), null]),
    );
    expect(await screen.findByText(/^Saved/)).toBeVisible();
  });

  it('notes when the disruption was declared, which nothing counts from', async () => {
    const { api, user } = open(running());
    await user.click(
      await screen.findByRole('button', { name: 'Declared now' }),
    );
    await waitFor(async () =>
      expect(
        (await api.get('test-1')).results.map(({ times }) => times),
      ).toEqual([
        expect.objectContaining({
          declared: expect.stringMatching(/^2026-06-17T12:00/),
          disruptionStart: null,
        }),
        expect.objectContaining({
          declared: expect.stringMatching(/^2026-06-17T12:00/),
        }),
      ]),
    );
    expect(
      screen.getByRole('button', { name: 'Declared of checkout: 12:00:00' }),
    ).toBeVisible();
    expect(screen.getByText('The disruption has not begun.')).toBeVisible();
    expect(screen.getByText('since the test started')).toBeVisible();
  });

  it('ticks a line of the checklist with who and when', async () => {
    const { api, user } = open(running());
    await user.click(
      await screen.findByRole('button', {
        name: 'Done: 1. Stop what does harm',
      }),
    );
    expect(await screen.findByText(/^done at .* by mira/)).toBeVisible();
    await waitFor(async () =>
      expect((await api.get('test-1')).steps[0]).toMatchObject({
        state: 'done',
        doneBy: 'user:default/mira',
      }),
    );
  });

  it('says what is not sent yet while there is no connection, and sends it afterwards', async () => {
    const { api, user } = open(running());
    const field = await screen.findByRole('textbox', { name: 'What happened' });
    api.offline = true;
    await user.type(field, 'The pager is silent');
    await user.click(screen.getByRole('button', { name: 'Write' }));
    expect(await screen.findByText('The pager is silent')).toBeVisible();
    expect(await screen.findByText(/One entry is not sent yet/)).toBeVisible();
    expect(
      Object.keys(window.localStorage).filter(key =>
        key.startsWith('continuity.test-run.'),
      ),
    ).toHaveLength(1);
    api.offline = false;
    await user.click(screen.getByRole('button', { name: 'Send now' }));
    expect(await screen.findByText(/^Saved/)).toBeVisible();
    expect((await api.get('test-1')).events).toHaveLength(1);
  });

  it('shows what somebody else ticked meanwhile instead of overwriting it', async () => {
    const { api, user } = open(running());
    const done = await screen.findByRole('button', {
      name: 'Start: 1. Stop what does harm',
    });
    api.change('test-1', test => ({
      ...test,
      steps: [
        aStep({
          state: 'skipped',
          revision: 2,
          updatedBy: 'user:default/jonas',
        }),
      ],
    }));
    // at once: a look at the server in between would show what Jonas did
    fireEvent.click(done);
    expect(
      await screen.findByText(/jonas wrote meanwhile: Left out/),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Keep theirs' }));
    await waitFor(() =>
      expect(screen.queryByText(/jonas wrote meanwhile/)).toBeNull(),
    );
    expect((await api.get('test-1')).steps[0].state).toBe('skipped');
  });

  it('names who else is here', async () => {
    const test = running();
    const api = new FakeRunApi([test]);
    api.present = [
      { by: 'user:default/jonas', lastSeenAt: '2026-06-17T12:00:00Z' },
      { by: 'user:default/mira', lastSeenAt: '2026-06-17T12:00:00Z' },
    ];
    renderTests(api, '/test-1');
    expect(await screen.findByText('Also here: jonas')).toBeVisible();
  });

  it('offers nothing to press to who only looks on', async () => {
    open(running({ allowedActions: [] }));
    expect(
      await screen.findByText(/You see the run as it goes on/),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /now$|^Done:|^Write$/ }),
    ).toBeNull();
  });
});

describe('the results of a test', () => {
  const measured = (minimumService: string) => {
    const test = running({
      contents: aTestText({
        title: 'Failover of the checkout',
        depth: 'failover',
        entities: ['component:default/checkout'],
      }),
    });
    const [result] = resultsForAll(test, []);
    return {
      ...test,
      results: [
        {
          ...result,
          times: {
            ...result.times,
            lastConsistentData: '2026-06-17T06:50:00.000Z',
            disruptionStart: '2026-06-17T07:00:00.000Z',
            minimumService,
          },
          deliveredPercent: 50,
          revision: 1,
        },
      ],
    };
  };

  it('allow nothing but failed where the RTO was missed, and say by how much', async () => {
    open(measured('2026-06-17T11:40:00.000Z'), '?show=results');
    expect(
      await screen.findByText(
        'Back in 4 h 40 min, 40 min over the RTO of 4 h.',
        {
          selector: 'p',
        },
      ),
    ).toBeVisible();
    expect(
      screen.getByText(
        'Because it missed its RTO by 40 min, it can only be failed.',
      ),
    ).toBeVisible();
    expect(screen.getByRole('radio', { name: 'Passed' })).toBeDisabled();
    expect(screen.getByRole('radio', { name: 'Inconclusive' })).toBeDisabled();
    expect(screen.getByRole('radio', { name: 'Failed' })).toBeEnabled();
  });

  it('are completed once each service has an outcome, with findings and answered criteria', async () => {
    const { api, user } = open(
      measured('2026-06-17T11:40:00.000Z'),
      '?show=results',
    );
    const complete = jest.spyOn(api, 'complete');
    const button = await screen.findByRole('button', {
      name: 'Complete the test',
    });
    await user.click(button);
    expect(
      await screen.findByText('One service has no outcome yet.'),
    ).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Failed' }));
    const deficiencies = screen.getByRole('textbox', { name: 'Deficiencies' });
    await user.type(deficiencies, 'Too few connections');
    await user.tab();
    await screen.findByText(/^Saved/);
    await user.click(
      screen.getByRole('button', { name: 'Write a finding about this' }),
    );
    expect(
      await screen.findByRole('textbox', { name: 'What is wrong' }),
    ).toHaveValue('Too few connections');
    await user.click(screen.getByRole('radio', { name: 'Not fulfilled' }));
    await user.type(
      screen.getByRole('textbox', { name: 'Summary' }),
      'Not fast enough.',
    );
    await user.click(button);
    await waitFor(() =>
      expect(complete).toHaveBeenCalledWith(
        'test-1',
        expect.objectContaining({
          summary: 'Not fast enough.',
          criteria: [{ id: 'orders', met: false, note: '' }],
          findings: [
            expect.objectContaining({
              title: 'Too few connections',
              severity: 'high',
              owner: 'group:default/payments-oncall',
              entities: ['component:default/checkout'],
            }),
          ],
        }),
      ),
    );
    expect(
      await screen.findByText('Nobody has reviewed the results.', {
        exact: false,
      }),
    ).toBeVisible();
  });

  it('ask for no times where nothing is measured', async () => {
    open(
      running({
        contents: aTestText({ depth: 'tabletop' }),
        enteredAfterwards: true,
      }),
    );
    expect(await screen.findByRole('radio', { name: 'Passed' })).toBeEnabled();
    expect(screen.queryByRole('table', { name: 'Times' })).toBeNull();
    expect(screen.queryByText(/come back/)).toBeNull();
  });
});

describe('a test that was held', () => {
  const held = (said: Parameters<typeof aTestDetail>[0] = {}) =>
    aTestDetail({
      state: 'completed',
      outcome: 'failed',
      heldAt: '2026-06-17T07:00:00.000Z',
      heldPrecision: 'instant',
      summary: 'Not **fast** enough.',
      reviewDueAt: '2026-07-18T00:00:00.000Z',
      allowedActions: [],
      ...said,
    });

  it('tells who facilitated it that another person reviews it', async () => {
    open(held());
    expect(
      await screen.findByText('fast', { selector: 'strong' }),
    ).toBeVisible();
    expect(
      screen.getByText(/You facilitated this test: another person/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Review' })).toBeNull();
  });

  it('names who reviewed it as the catalog does', async () => {
    open(
      held({
        reviewed: true,
        review: {
          by: 'user:default/ben.carter',
          at: '2026-06-17T11:30:00.000Z',
          note: '',
        },
        names: { 'user:default/ben.carter': 'Ben Carter' },
      }),
    );
    expect(await screen.findAllByText(/Ben Carter/)).not.toHaveLength(0);
    expect(screen.queryAllByText(/ben\.carter/)).toHaveLength(0);
  });

  it('is reviewed with the revision that was read', async () => {
    const { api, user } = open(held({ allowedActions: ['test.review'] }));
    const review = jest.spyOn(api, 'review');
    await user.click(await screen.findByRole('button', { name: 'Review' }));
    const dialog = screen.getByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Review' }));
    await waitFor(() =>
      expect(review).toHaveBeenCalledWith(
        'test-1',
        expect.objectContaining({ revision: 1 }),
      ),
    );
  });

  it('is reviewed as passed only once somebody says whether a minimum service in words was reached', async () => {
    const passed = held({ outcome: 'passed', allowedActions: ['test.review'] });
    const [first] = resultsForAll(passed, []);
    const { api, user } = open({
      ...passed,
      results: [
        {
          ...first,
          outcome: 'passed',
          targets: {
            ...first.targets,
            mbcoText: 'Orders can be placed',
            mbcoPercent: null,
          },
        },
      ],
    });
    const review = jest.spyOn(api, 'review');
    await user.click(await screen.findByRole('button', { name: 'Review' }));
    const dialog = screen.getByRole('dialog');
    const submit = within(dialog).getByRole('button', { name: 'Review' });
    await user.click(submit);
    expect(
      await within(dialog).findByText(
        'Say of checkout whether the minimum service was reached.',
      ),
    ).toBeVisible();
    expect(review).not.toHaveBeenCalled();
    await user.click(within(dialog).getByRole('radio', { name: 'Fulfilled' }));
    await user.click(submit);
    await waitFor(() =>
      expect(review).toHaveBeenCalledWith(
        'test-1',
        expect.objectContaining({
          results: [
            { entityRef: 'component:default/checkout', levelMet: true },
          ],
        }),
      ),
    );
  });

  it('stands alone on the paper while the browser prints', async () => {
    open(held());
    await screen.findByRole('heading', { name: 'Summary' });
    act(() => {
      window.dispatchEvent(new Event('beforeprint'));
    });
    const paper = document.querySelector('body > .continuity-paper');
    expect(paper).toHaveTextContent('Restore of the orders database');
    expect(paper).toHaveTextContent('Failed');
    act(() => {
      window.dispatchEvent(new Event('afterprint'));
    });
  });
});
