import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import type { Objective } from './objective';
import { ObjectiveBar } from './ObjectiveBar';

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

describe('ObjectiveBar', () => {
  it.each<[string, Objective]>([
    [
      'To be back in 4 h; work caught up after 6 h; tolerable: 24 h.',
      { rto: 4 * HOUR, wrt: 2 * HOUR, mtpd: DAY },
    ],
    [
      'No interruption is tolerated; MTPD not set.',
      { rto: 0, wrt: null, mtpd: null },
    ],
    ['RTO not set; tolerable: 24 h.', { rto: null, wrt: null, mtpd: DAY }],
    ['RTO not set; MTPD not set.', { rto: null, wrt: null, mtpd: null }],
    [
      'To be back in 2 d; tolerable: 24 h; 24 h beyond what is tolerable.',
      { rto: 2 * DAY, wrt: null, mtpd: DAY },
    ],
    [
      'Back in 4 h 40 min in the last test, 40 min over the target of 4 h; tolerable: 24 h.',
      {
        rto: 4 * HOUR,
        wrt: null,
        mtpd: DAY,
        measured: [
          { seconds: 3 * HOUR, missed: false },
          { seconds: 4 * HOUR + 40 * MINUTE, missed: true },
        ],
      },
    ],
    [
      'Back in 3 h in the last test, within the target of 4 h; expected at least 3 h 30 min; MTPD not set.',
      {
        rto: 4 * HOUR,
        wrt: null,
        mtpd: null,
        measured: [{ seconds: 3 * HOUR, missed: false }],
        expected: { seconds: 3.5 * HOUR, atLeast: true },
      },
    ],
  ])('has a text equivalent: %s', async (sentence, objective) => {
    renderInTestApp(<ObjectiveBar objective={objective} />);
    expect(await screen.findByRole('img', { name: sentence })).toBeVisible();
  });

  it('writes the targets at their marks, and nothing but the bar when it is mini', async () => {
    const objective = { rto: 4 * HOUR, wrt: null, mtpd: DAY };
    const { unmount } = renderInTestApp(<ObjectiveBar objective={objective} />);
    expect(await screen.findByText('RTO 4 h')).toBeVisible();
    expect(screen.getByText('MTPD 24 h')).toBeVisible();
    unmount();
    renderInTestApp(<ObjectiveBar objective={objective} mini />);
    expect(
      await screen.findByRole('img', { name: /To be back in 4 h/ }),
    ).toBeVisible();
    expect(screen.queryByText('RTO 4 h')).not.toBeInTheDocument();
  });

  it('says a missed test in words beside its dot', async () => {
    renderInTestApp(
      <ObjectiveBar
        objective={{
          rto: HOUR,
          wrt: null,
          mtpd: null,
          measured: [{ seconds: 2 * HOUR, missed: true }],
        }}
      />,
    );
    expect(await screen.findByText('last test 2 h: missed')).toBeVisible();
    expect(document.querySelector('[data-dot=latest]')).toHaveAttribute(
      'data-missed',
      'true',
    );
  });
});
