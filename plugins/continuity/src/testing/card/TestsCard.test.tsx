import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { aContinuity } from '../../../dev/fixtures/aContinuity';
import {
  aPlannedGlance,
  aResultGlance,
  aStanding,
} from '../../../dev/fixtures/aTest';
import { stopTheClock } from '../../../dev/fixtures/stopTheClock';
import { rootRouteRef } from '../../routes';
import { TestsCard } from './TestsCard';

stopTheClock('2026-06-10T09:00:00Z');

const routes = { '/catalog/:namespace/:kind/:name': entityRouteRef };

function show(
  tests: EntityContinuity['tests'],
  allowedActions: EntityContinuity['allowedActions'] = ['test.create'],
  pages = true,
) {
  renderInTestApp(
    <TestsCard continuity={aContinuity({ tests, allowedActions })} />,
    {
      mountedRoutes: (pages
        ? { ...routes, '/continuity': rootRouteRef }
        : routes) as never,
    },
  );
  return userEvent.setup();
}

const missed = aResultGlance({
  testId: 'test-7',
  outcome: 'failed',
  rtaSeconds: 16_800,
  heldAt: '2026-05-20T09:00:00.000Z',
});
const history = [
  missed,
  aResultGlance({ heldAt: '2025-05-20T09:00:00.000Z', rtaSeconds: 11_400 }),
];

describe('the tests on an entity’s tab', () => {
  it('show the last result against its target, and the next test', async () => {
    show({
      last: missed,
      next: aPlannedGlance(),
      requirements: [],
      history,
      totalResults: 2,
    });
    expect(await screen.findByText('Failed')).toBeVisible();
    expect(screen.getByText('back in 4 h 40 min, target 4 h')).toBeVisible();
    expect(screen.getByText('3 weeks ago')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Failover of the checkout' }),
    ).toHaveAttribute('href', '/continuity/tests/test-7');
    expect(
      screen.getByRole('link', { name: 'Restore of the orders database' }),
    ).toHaveAttribute('href', '/continuity/tests/test-1');
  });

  it('go requirement by requirement, each with its state, its due day and the way to plan it', async () => {
    show({
      last: null,
      next: null,
      requirements: [
        aStanding(),
        aStanding({
          depth: 'restore',
          every: 'P3M',
          state: 'overdue',
          due: '2026-05-01T00:00:00.000Z',
          late: true,
          environments: ['production-like'],
        }),
        aStanding({
          depth: 'tabletop',
          state: 'retest-needed',
          retestReasons: ['steps-changed'],
          planned: aPlannedGlance(),
        }),
      ],
    });
    const list = await screen.findByRole('list', {
      name: 'What its tier requires',
    });
    const [proven, overdue, retest] = within(list).getAllByRole('listitem');
    expect(proven).toHaveTextContent(/Failover every year.*Proven/);
    expect(proven).toHaveTextContent(/due Mar 10, 2027/);
    expect(within(proven).queryByRole('link', { name: /Plan/ })).toBeNull();
    expect(overdue).toHaveTextContent(
      /Restore every 3 months.*Overdue.*in Production-like.*late since May 1/,
    );
    expect(
      within(overdue).getByRole('link', { name: 'Plan a test: Restore' }),
    ).toHaveAttribute(
      'href',
      '/continuity/tests/new?entities=component%3Adefault%2Fcheckout&depth=restore',
    );
    expect(retest).toHaveTextContent(
      /Retest needed.*the recovery steps changed.*planned Jun 17/,
    );
    // the whole card begins with what is most urgent and not planned
    expect(screen.getByRole('button', { name: 'Plan a test' })).toHaveAttribute(
      'href',
      expect.stringContaining('depth=restore'),
    );
  });

  it('draw the recovery times over the years, and say them in words', async () => {
    show({ last: missed, next: null, requirements: [], history });
    const chart = await screen.findByRole('img', {
      name: '2 measured recoveries. May 20: back in 4 h 40 min, target 4 h, missed',
    });
    expect(chart.querySelectorAll('[data-dot]')).toHaveLength(2);
    expect(
      chart.querySelector('[data-dot="latest"][data-missed="true"]'),
    ).not.toBeNull();
    expect(within(chart).getByText('4 h 40 min: missed')).toBeVisible();
  });

  it('list all results on demand', async () => {
    const user = show({
      last: missed,
      next: null,
      requirements: [],
      history,
      totalResults: 2,
    });
    await user.click(await screen.findByRole('button', { name: '2 results' }));
    expect(
      within(screen.getByRole('list', { name: 'Results' })).getAllByRole(
        'listitem',
      ),
    ).toHaveLength(2);
  });

  it('offer no planning to who may not, and no links in an app without the pages', async () => {
    show(
      { last: missed, next: null, requirements: [aStanding()], history },
      [],
      false,
    );
    expect(await screen.findByText('Failed')).toBeVisible();
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.queryByText('Plan a test')).toBeNull();
  });

  it('say so where nothing was tested', async () => {
    show({ last: null, next: null, requirements: [] });
    expect(
      await screen.findByText(
        'Nothing was tested yet, and its tier requires no tests.',
      ),
    ).toBeVisible();
  });
});
