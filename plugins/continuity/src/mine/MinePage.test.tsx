import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ContinuityApi, Mine } from 'backstage-plugin-continuity-common';
import { aMine, aMineItem } from '../../dev/fixtures/aMine';
import { continuityApiRef } from '../api';
import { rootRouteRef } from '../routes';
import { MinePage } from './MinePage';
import { MineWidget } from './MineWidget';

jest.setTimeout(60_000);

function render(
  element: JSX.Element,
  getMine: (query: object) => Promise<Mine>,
  { withPages = true } = {},
) {
  const api = { coverage: { getMine } } as unknown as ContinuityApi;
  renderInTestApp(element, {
    apis: [[continuityApiRef, api]],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      ...(withPages && { '/continuity': rootRouteRef }),
    } as never,
  });
}

const approval = aMineItem({
  kind: 'plan',
  step: 'approve-plan',
  id: 'p1',
  version: 2,
  title: 'Recovery of the shop',
  dueAt: null,
  severity: null,
});
const lateFinding = aMineItem({
  kind: 'finding',
  step: 'work-on-finding',
  id: 'f1',
  title: 'No spare key',
  dueAt: '2026-01-15T23:00:00.000Z',
  late: true,
  severity: 'warning',
});
const full = aMine(
  {
    decisions: [approval],
    gaps: [
      aMineItem(),
      aMineItem({
        step: 'analyse-impact',
        gap: {
          ...aMineItem().gap!,
          code: 'bia-missing',
          requirement: 'bia',
          params: {},
        },
      }),
    ],
    findings: [lateFinding],
  },
  { total: 3, late: 1 },
);

describe('My continuity', () => {
  it('says what one answers for, what comes first, and leads to where each thing is settled', async () => {
    render(<MinePage />, async () => full);
    expect(
      await screen.findByText(
        'You and your groups answer for 3 services · one is late · one decision waits for you',
      ),
    ).toBeInTheDocument();

    const steps = screen.getAllByRole('button', { name: /: / });
    expect(steps[0]).toHaveAccessibleName('Work on it: No spare key');
    const link = (name: string | RegExp) =>
      screen.getAllByRole('button', { name })[0].getAttribute('href');
    expect(link('Work on it: No spare key')).toBe(
      '/continuity/tests/findings/f1',
    );
    expect(link('Read and approve: Recovery of the shop')).toBe(
      '/continuity/plans/p1?version=2',
    );
    expect(link('Write a plan: Shop')).toBe(
      '/continuity/plans?write=new&for=component%3Adefault%2Fshop',
    );
    expect(link('Analyse the impact: Shop')).toBe(
      '/catalog/default/component/shop/continuity?settle=bia',
    );
    const decisions = within(
      screen.getByRole('list', { name: 'Waiting for your decision' }),
    );
    expect(decisions.getAllByRole('listitem')).toHaveLength(1);
    expect(
      screen.getByRole('link', { name: 'All your services' }),
    ).toHaveAttribute('href', '/continuity/coverage?mine=true');
    expect(screen.getAllByText(/^late since /)).toHaveLength(2);
    expect(
      screen.queryByRole('list', { name: 'Tests to come' }),
    ).not.toBeInTheDocument();
  });

  it('leads to where a second person decides, and to the analysis that one began', async () => {
    const of = (said: Parameters<typeof aMineItem>[0]) =>
      aMineItem({ severity: null, dueAt: null, ...said });
    const decisions = [
      of({ kind: 'agreement', step: 'confirm-agreement', id: 'a1' }),
      of({ kind: 'bia', step: 'confirm-analysis', id: 'b1', title: 'Till' }),
    ];
    const analyses = [of({ kind: 'risk', step: 'finish-analysis', id: 'r1' })];
    render(<MinePage />, async () => aMine({ decisions, analyses }));
    const href = async (name: string) =>
      (await screen.findAllByRole('button', { name }))[0].getAttribute('href');
    const tab = '/catalog/default/component/shop/continuity';
    expect(await href('Read and decide: Shop')).toBe(tab);
    expect(await href('Read and decide: Till')).toBe(tab);
    expect(await href('Go on with it: Shop')).toBe(`${tab}?settle=risk`);
    expect(
      screen.getAllByText(/^An agreement that asks for less/),
    ).not.toHaveLength(0);
  });

  it('says how many more there are, with the lists of all and the way to more here', async () => {
    const mine = aMine({ decisions: [approval] });
    const [decisions] = mine.sections;
    const getMine = jest.fn().mockResolvedValue({
      ...mine,
      sections: [
        // none of the findings is among the most urgent ones
        { ...decisions, total: 73, totals: { plan: 61, finding: 12 } },
        ...mine.sections.slice(1),
      ],
    });
    render(<MinePage />, getMine);
    expect(await screen.findByText('1 of 73')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'All findings that wait for you' }),
    ).toHaveAttribute('href', '/continuity/tests/findings?waiting=true');
    expect(getMine).toHaveBeenLastCalledWith({ limit: 20 });
    await userEvent.click(
      screen.getByRole('link', { name: 'Show more of them' }),
    );
    await waitFor(() =>
      expect(getMine).toHaveBeenLastCalledWith({ limit: 50 }),
    );
  });

  it.each([
    [0, /You and your groups own and recover no service/],
    [4, /Every service of yours is in order/],
  ])('with %d services and nothing to do says so', async (total, text) => {
    render(<MinePage />, async () => aMine({}, { total }));
    expect(
      await screen.findByText('Nothing waits for you'),
    ).toBeInTheDocument();
    expect(screen.getByText(text)).toBeInTheDocument();
  });

  it('counts services that one may not see', async () => {
    render(<MinePage />, async () => aMine({}, { total: 1, hidden: 2 }));
    expect(
      await screen.findByText(/2 more services are yours/),
    ).toBeInTheDocument();
  });

  it('tells who may not read, and tries again where it failed', async () => {
    const refused = Object.assign(new Error('no'), { statusCode: 403 });
    render(<MinePage />, async () => Promise.reject(refused));
    expect(
      await screen.findByText('You may not read continuity data'),
    ).toBeInTheDocument();
  });

  it('can be loaded again after a failure', async () => {
    const getMine = jest
      .fn()
      .mockRejectedValueOnce(new Error('the network is away'))
      .mockResolvedValue(full);
    render(<MinePage />, getMine);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('First of all')).toBeInTheDocument();
  });
});

describe('the card of the home page', () => {
  it('shows the most urgent things of all sorts, and leads to the page', async () => {
    render(<MineWidget />, async () => full);
    const items = within(
      await screen.findByRole('list', { name: 'My continuity' }),
    ).getAllByRole('listitem');
    expect(items.map(item => item.textContent)).toEqual([
      expect.stringContaining('No spare key'),
      expect.stringContaining('Shop'),
      expect.stringContaining('Shop'),
      expect.stringContaining('Recovery of the shop'),
    ]);
    expect(
      screen.getByRole('link', { name: 'All that is yours' }),
    ).toHaveAttribute('href', '/continuity/mine');
  });

  it('says that nothing waits, also in an app without the pages', async () => {
    render(<MineWidget />, async () => aMine(), { withPages: false });
    expect(
      await screen.findByText('Nothing waits for you.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
