import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ContinuityApi } from 'backstage-plugin-continuity-common';
import { FakeCoverageApi } from '../../dev/fixtures/FakeCoverageApi';
import { continuityApiRef } from '../api';
import { ViewsMenu } from './ViewsMenu';

jest.setTimeout(30_000);

const late = {
  id: 'v1',
  name: 'Late ones',
  search: 'late=true',
  updatedAt: '2026-01-01T00:00:00.000Z',
};

function render(
  search: string,
  coverage = new FakeCoverageApi({ views: [late] }),
) {
  const onOpen = jest.fn();
  renderInTestApp(<ViewsMenu search={search} onOpen={onOpen} />, {
    apis: [[continuityApiRef, { coverage } as unknown as ContinuityApi]],
  });
  const user = userEvent.setup();
  const choose = async (button: string, item: string) => {
    await user.click(await screen.findByRole('button', { name: button }));
    await user.click(await screen.findByRole('menuitem', { name: item }));
  };
  return { user, choose, onOpen, coverage };
}

describe('ViewsMenu', () => {
  it('opens a view', async () => {
    const { choose, onOpen } = render('sort=rto');
    await choose('Views', 'Late ones');
    expect(onOpen).toHaveBeenCalledWith('late=true');
  });

  it('keeps what is shown under a name, and says which view it is', async () => {
    const { user, choose, coverage } = render('late=true&mine=true');
    await choose('Views', 'Save this view…');
    await user.click(await screen.findByRole('button', { name: 'Save' }));
    expect(screen.getByText('Give it a name.')).toBeInTheDocument();
    await user.type(screen.getByLabelText('Name'), 'My late ones');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByRole('button', { name: 'My late ones' }),
    ).toBeInTheDocument();
    expect((await coverage.listViews()).items).toMatchObject([
      late,
      { name: 'My late ones', search: 'late=true&mine=true' },
    ]);
  });

  it('renames a view without changing what it shows', async () => {
    const { user, choose, coverage } = render('sort=rto');
    await choose('Views', 'Change “Late ones”…');
    const name = await screen.findByLabelText('Name');
    await user.clear(name);
    await user.type(name, 'Overdue');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(async () =>
      expect((await coverage.listViews()).items).toMatchObject([
        { id: 'v1', name: 'Overdue', search: 'late=true' },
      ]),
    );
  });

  it('deletes a view', async () => {
    const { user, choose, coverage } = render('late=true');
    await choose('Late ones', 'Change “Late ones”…');
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    await waitFor(async () =>
      expect((await coverage.listViews()).items).toEqual([]),
    );
  });

  it('says what went wrong', async () => {
    const coverage = new FakeCoverageApi();
    coverage.saveView = jest
      .fn()
      .mockRejectedValue(new Error('You have a view called “x”.'));
    const { user, choose } = render('', coverage);
    await choose('Views', 'Save this view…');
    await user.type(await screen.findByLabelText('Name'), 'x');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByText('You have a view called “x”.'),
    ).toBeInTheDocument();
  });
});
