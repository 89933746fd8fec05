import { useEffect } from 'react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ContinuityApi } from 'backstage-plugin-continuity-common';
import { useSearchParams } from 'react-router-dom';
import { aMine } from '../../dev/fixtures/aMine';
import { continuityApiRef } from '../api';
import { ContinuityTabs } from './ContinuityTabs';

const mounted = jest.fn();

/** A page with its filter in the address, as all of them have. */
const Filtered = () => {
  const [params, setParams] = useSearchParams();
  useEffect(() => mounted(), []);
  return (
    <input
      aria-label="Search"
      value={params.get('search') ?? ''}
      onChange={event => setParams({ search: event.target.value })}
    />
  );
};

describe('ContinuityTabs', () => {
  it('keeps the page as it is while its filters change the address, and when the reader turns out to have no tab of their own', async () => {
    const getMine = jest.fn(async () => ({ ...aMine(), sections: [] }));
    renderInTestApp(
      <ContinuityTabs
        title="Continuity"
        icon={<span />}
        pages={[
          { path: 'mine', title: 'My continuity', element: <span /> },
          { path: 'coverage', title: 'Coverage', element: <Filtered /> },
        ]}
      />,
      {
        apis: [
          [
            continuityApiRef,
            { coverage: { getMine } } as unknown as ContinuityApi,
          ],
        ],
      },
    );
    const field = await screen.findByRole('textbox', { name: 'Search' });
    await userEvent.type(field, 'pay');
    expect(screen.getByRole('textbox', { name: 'Search' })).toHaveValue('pay');
    await waitFor(() => expect(getMine).toHaveBeenCalledTimes(1));
    expect(mounted).toHaveBeenCalledTimes(1);
    expect(field).toBeInTheDocument();
  });
});
