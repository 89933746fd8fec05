import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ContinuityStatus } from 'backstage-plugin-continuity-common';
import { aGap } from '../../dev/fixtures/aContinuity';
import { stopTheClock } from '../../dev/fixtures/stopTheClock';
import { ContinuityStatusChip } from './ContinuityStatusChip';

stopTheClock('2026-06-10T09:00:00Z');

const plan = aGap({
  code: 'plan-missing',
  severity: 'critical',
  requirement: 'plan',
  dueBy: '2026-07-01T00:00:00Z',
});
const shapes = () =>
  [...document.querySelectorAll('[data-shape]')].map(shape =>
    shape.getAttribute('data-shape'),
  );

describe('ContinuityStatusChip', () => {
  it.each<[ContinuityStatus, string]>([
    ['met', 'Met'],
    ['at-risk', 'At risk'],
    ['exposed', 'Exposed'],
    ['unassessed', 'Unassessed'],
    ['exempt', 'Exempt'],
    ['not-required', 'Not required'],
    ['out-of-scope', 'Out of scope'],
  ])('says %s in a word and a shape of its own', async (status, word) => {
    renderInTestApp(<ContinuityStatusChip status={status} />);
    expect(await screen.findByText(word)).toBeVisible();
    expect(shapes()).toEqual([status]);
  });

  it('has a label for screen readers where only the shape is shown', async () => {
    renderInTestApp(
      <ContinuityStatusChip status="exposed" gaps={[plan]} dense />,
    );
    expect(
      await screen.findByRole('img', { name: 'Exposed · plan due Jun 30' }),
    ).toBeVisible();
    expect(screen.queryByText('Exposed')).not.toBeInTheDocument();
  });

  it('says when the gap that decides is due', async () => {
    const laterTest = aGap({
      code: 'test-failed',
      severity: 'critical',
      requirement: 'test:restore',
      dueBy: '2026-09-01T00:00:00Z',
    });
    const warning = aGap({
      code: 'agreement-missing',
      dueBy: '2026-06-11T00:00:00Z',
    });
    renderInTestApp(
      <ContinuityStatusChip
        status="exposed"
        gaps={[warning, laterTest, plan]}
      />,
    );
    expect(await screen.findByText(/plan due Jun 30/)).toBeVisible();
  });

  it('says since when something is late', async () => {
    const late = { ...plan, late: true, dueBy: '2025-11-02T00:00:00Z' };
    renderInTestApp(<ContinuityStatusChip status="exposed" gaps={[late]} />);
    expect(
      await screen.findByText(/plan late since Nov 2, 2025/),
    ).toBeVisible();
  });

  it('leaves out a gap that is exempted, and says until when one is exempt', async () => {
    const exempted = {
      ...plan,
      exemption: { id: '1', until: '2027-04-01T00:00:00Z', reason: 'Leaving' },
    };
    renderInTestApp(
      <>
        <ContinuityStatusChip status="exposed" gaps={[exempted]} />
        <ContinuityStatusChip status="exempt" gaps={[exempted]} />
      </>,
    );
    expect(await screen.findByText('Exempt until Mar 31, 2027')).toBeVisible();
    expect(screen.queryByText(/plan due/)).not.toBeInTheDocument();
  });

  it('explains what the word means on hover', async () => {
    renderInTestApp(<ContinuityStatusChip status="unassessed" />);
    await userEvent.hover(await screen.findByText('Unassessed'));
    expect(await screen.findByRole('tooltip')).toHaveTextContent(/no tier yet/);
  });
});
