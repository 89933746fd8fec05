import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ContinuityApi } from 'backstage-plugin-continuity-common';
import { FakeCoverageApi } from '../../dev/fixtures/FakeCoverageApi';
import { continuityApiRef } from '../api';
import { AskOwnersDialog } from './AskOwnersDialog';

jest.setTimeout(30_000);

const refs = ['component:default/shop', 'component:default/ledger'];

function render(coverage: FakeCoverageApi) {
  renderInTestApp(
    <AskOwnersDialog
      chosen={new Map(refs.map(ref => [ref, ref]))}
      onClose={jest.fn()}
    />,
    {
      apis: [[continuityApiRef, { coverage } as unknown as ContinuityApi]],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef as never,
      },
    },
  );
  return userEvent.setup();
}

describe('AskOwnersDialog', () => {
  it('asks for a message, and says what became of each owner', async () => {
    const coverage = new FakeCoverageApi({
      askResponse: {
        items: [
          {
            ownerRef: 'group:default/shop-oncall',
            entityRefs: [refs[0]],
            result: 'asked',
          },
          {
            ownerRef: 'group:default/ledger-team',
            entityRefs: [refs[1]],
            result: 'asked-before',
          },
          { ownerRef: null, entityRefs: refs, result: 'nobody' },
        ],
        unknown: [],
        names: { 'group:default/shop-oncall': 'Shop on call' },
      },
    });
    const user = render(coverage);
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Ask' }));
    expect(
      within(dialog).getByText('Say what you ask for.'),
    ).toBeInTheDocument();
    await user.type(within(dialog).getByRole('textbox'), 'Plans');
    await user.click(within(dialog).getByRole('button', { name: 'Ask' }));
    const outcome = await within(dialog).findByRole('status');
    expect(
      within(outcome)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'Shop on call: asked about 1 service.',
      'ledger-team: was asked about this service less than a day ago.',
      'Nobody answers: 2 services have neither a recovery owner nor an owner.',
    ]);
    expect(coverage.asked).toEqual([{ entityRefs: refs, message: 'Plans' }]);
  });

  it('says why nobody was asked', async () => {
    const coverage = new FakeCoverageApi();
    coverage.askOwners = jest.fn().mockRejectedValue(new Error('Not allowed'));
    const user = render(coverage);
    await user.type(await screen.findByRole('textbox'), 'x');
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    expect(await screen.findByText('Not allowed')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Ask' })).toBeEnabled();
  });
});
