import { screen, waitFor, within } from '@testing-library/react';
import type userEvent from '@testing-library/user-event';
import { aCoverageList } from '../../dev/fixtures/aCoverage';
import {
  anApi,
  ledger,
  renderCoveragePage,
  shop,
} from '../../dev/fixtures/renderCoveragePage';

// A whole page in jsdom, on a machine that does other things as well.
jest.setTimeout(60_000);

describe('setting tiers in bulk', () => {
  const choose = async (user: ReturnType<typeof userEvent.setup>) => {
    await user.click(await screen.findByRole('button', { name: 'Set tiers' }));
    await user.click(
      screen.getByRole('checkbox', { name: 'Select all on this page' }),
    );
    await user.click(screen.getByRole('button', { name: 'Set tier…' }));
    return screen.findByRole('dialog');
  };

  it('is not offered to those who may not edit anything', async () => {
    const api = anApi();
    api.listCoverage.mockResolvedValue(
      aCoverageList([shop], { allowedActions: [] }),
    );
    renderCoveragePage(api);
    await screen.findByRole('table', { name: /Services/ });
    expect(screen.queryByRole('button', { name: 'Set tiers' })).toBeNull();
    expect(screen.queryByRole('checkbox', { name: /Select/ })).toBeNull();
  });

  it('leaves out what the catalog file sets, and says so', async () => {
    const user = renderCoveragePage(anApi());
    await user.click(await screen.findByRole('button', { name: 'Set tiers' }));
    const locked = screen.getByRole('checkbox', {
      name: 'The tier of in-file is set in its catalog file, so it can’t be set here.',
    });
    expect(locked).toBeDisabled();
    await user.click(
      screen.getByRole('checkbox', { name: 'Select all on this page' }),
    );
    expect(screen.getByText('2 services selected')).toBeInTheDocument();
  });

  it('asks for a tier and a reason before it sends anything', async () => {
    const api = { ...anApi(), updateProfiles: jest.fn() };
    const user = renderCoveragePage(api);
    await choose(user);
    await user.click(screen.getByRole('button', { name: 'Set tier' }));
    expect(screen.getByText('Choose a tier.')).toBeInTheDocument();
    expect(screen.getByText(/Say why/)).toBeInTheDocument();
    expect(api.updateProfiles).not.toHaveBeenCalled();
  });

  it('says of each service what became of it, and asks for the list again', async () => {
    const updateProfiles = jest.fn().mockResolvedValue({
      items: [
        { entityRef: shop.entityRef, result: 'changed' },
        {
          entityRef: ledger.entityRef,
          result: 'refused',
          // however the server puts it
          code: 'entity-not-allowed',
          params: {},
          message: 'Only its owner may edit it.',
        },
      ],
    });
    const api = anApi();
    const user = renderCoveragePage({ ...api, updateProfiles } as never);
    await choose(user);
    await user.click(screen.getByRole('radio', { name: /tier-1/ }));
    await user.type(screen.getByRole('textbox', { name: /Reason/ }), 'Audit');
    await user.click(screen.getByRole('button', { name: 'Set tier' }));

    expect(await screen.findByText('1 changed')).toBeInTheDocument();
    expect(screen.getByText('1 refused')).toBeInTheDocument();
    expect(screen.getByText(/Only its owner may edit it\./)).toHaveTextContent(
      'ledger',
    );
    expect(updateProfiles).toHaveBeenCalledWith({
      entityRefs: [shop.entityRef, ledger.entityRef],
      values: { tier: 'tier-1' },
      reason: 'Audit',
    });
    await waitFor(() => expect(api.listCoverage).toHaveBeenCalledTimes(2));
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByText(/selected/)).toBeNull();
  });

  it('takes the portal’s tier away with null', async () => {
    const updateProfiles = jest.fn().mockResolvedValue({ items: [] });
    const user = renderCoveragePage({ ...anApi(), updateProfiles } as never);
    await choose(user);
    await user.click(screen.getByRole('radio', { name: /Take away/ }));
    await user.type(screen.getByRole('textbox', { name: /Reason/ }), 'Mapped');
    await user.click(screen.getByRole('button', { name: 'Take it away' }));
    await waitFor(() =>
      expect(updateProfiles).toHaveBeenCalledWith(
        expect.objectContaining({ values: { tier: null } }),
      ),
    );
  });
});

describe('setting the recovery owner in bulk', () => {
  it('asks whom and why, and says of each service what became of it, with the file that locks one', async () => {
    const updateProfiles = jest.fn().mockResolvedValue({
      items: [
        { entityRef: shop.entityRef, result: 'unchanged' },
        {
          entityRef: ledger.entityRef,
          result: 'refused',
          code: 'locked-by-catalog',
          params: {
            field: 'recoveryOwner',
            key: 'continuity/recovery-owner',
            url: 'https://example.com/edit/ledger.yaml',
          },
          message: 'The catalog says it.',
        },
      ],
    });
    const user = renderCoveragePage({ ...anApi(), updateProfiles } as never);
    await user.click(
      await screen.findByRole('button', { name: 'Set recovery owner' }),
    );
    for (const name of ['Select shop', 'Select ledger']) {
      await user.click(screen.getByRole('checkbox', { name }));
    }
    await user.click(
      screen.getByRole('button', { name: 'Set recovery owner…' }),
    );
    const dialog = await screen.findByRole('dialog');
    const send = within(dialog).getByRole('button', {
      name: 'Set recovery owner',
    });
    await user.click(send);
    expect(within(dialog).getByText('Choose a user or group.')).toBeVisible();
    expect(updateProfiles).not.toHaveBeenCalled();
    await user.click(within(dialog).getByLabelText('Recovery owner'));
    await user.click(await screen.findByRole('option', { name: /payments/i }));
    await user.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'New team',
    );
    await user.click(send);

    expect(await screen.findByText('1 had it already')).toBeInTheDocument();
    expect(
      screen.getByText(/set in its catalog file \(continuity\/recovery-owner\)/),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /Open the file/ })).toHaveAttribute(
      'href',
      'https://example.com/edit/ledger.yaml',
    );
    expect(updateProfiles).toHaveBeenCalledWith({
      entityRefs: [shop.entityRef, ledger.entityRef],
      values: { recoveryOwner: 'group:default/payments-oncall' },
      reason: 'New team',
    });
  });
});
