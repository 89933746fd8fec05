import { screen, waitFor, within } from '@testing-library/react';
import type {
  EntityContinuity,
  RecordEntry,
} from 'backstage-plugin-continuity-common';
import {
  aContinuity,
  aValue,
  NOW,
  savedBy,
} from '../../dev/fixtures/aContinuity';
import { aPolicyResponse } from '../../dev/fixtures/aPolicy';
import { aResponseError } from '../../dev/fixtures/FakeContinuityApi';
import { renderAtEntity } from '../../dev/fixtures/renderAtEntity';
import { stopTheClock } from '../../dev/fixtures/stopTheClock';
import { EditProfileDialog } from './EditProfileDialog';

stopTheClock(NOW);

const saved = aContinuity({ revision: 4 });

async function openForm(
  options: {
    continuity?: EntityContinuity;
    updateProfile?: jest.Mock;
  } = {},
) {
  const updateProfile =
    options.updateProfile ?? jest.fn().mockResolvedValue(saved);
  const onSaved = jest.fn();
  const onClose = jest.fn();
  const user = renderAtEntity(
    <EditProfileDialog
      continuity={options.continuity ?? aContinuity()}
      onSaved={onSaved}
      onClose={onClose}
    />,
    { updateProfile, getPolicy: async () => aPolicyResponse },
  );
  await screen.findByRole('group', { name: 'RTO' });
  return { user, updateProfile, onSaved, onClose };
}

const field = (name: string) => within(screen.getByRole('group', { name }));
const save = () => screen.getByRole('button', { name: 'Save' });
const REF = 'component:default/checkout';

describe('EditProfileDialog', () => {
  it('offers to inherit, and says what that would give', async () => {
    await openForm();
    expect(
      field('RTO').getByRole('radio', { name: 'Inherit: 4 h (tier default)' }),
    ).toBeChecked();
    expect(
      field('RPO').getByRole('radio', { name: 'Inherit: 1 h (tier default)' }),
    ).not.toBeChecked();
    expect(
      field('Recovery time').getByRole('radio', { name: 'Inherit: not set' }),
    ).toBeChecked();
    expect(field('RPO').getByRole('textbox')).toHaveValue('0');
    expect(save()).toBeDisabled();
  });

  it('saves what changed, normalised, with the reason and the revision it started from', async () => {
    const { user, updateProfile, onSaved } = await openForm();
    await user.click(field('RTO').getByRole('radio', { name: 'Set here' }));
    await user.clear(field('RTO').getByRole('textbox'));
    await user.type(field('RTO').getByRole('textbox'), '90m');
    expect(field('RTO').getByText('= 1 h 30 min')).toBeVisible();
    await user.click(
      field('RPO').getByRole('radio', { name: 'Holds no data' }),
    );
    await user.click(field('WRT').getByRole('radio', { name: /Inherit/ }));
    await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'Drill');
    await user.click(save());
    await waitFor(() => expect(onSaved).toHaveBeenCalledWith(saved));
    expect(updateProfile).toHaveBeenCalledWith(
      REF,
      { values: { rto: 'PT1H30M', rpo: 'none', wrt: null }, reason: 'Drill' },
      { revision: 3 },
    );
  });

  it('refuses a value with the words of the server, and sends nothing', async () => {
    const { user, updateProfile } = await openForm();
    const wrt = field('WRT').getByRole('textbox');
    await user.clear(wrt);
    await user.type(wrt, '4-6 h');
    await user.click(save());
    expect(wrt).toBeInvalid();
    expect(wrt).toHaveAccessibleDescription(/is a range/);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'one field needs another look',
    );
    expect(updateProfile).not.toHaveBeenCalled();
  });

  it('puts what the server refuses at its field', async () => {
    const issues = [
      { path: 'values.wrt', message: 'Not so long.' },
      { path: 'reason', message: 'Say why.' },
    ];
    const { user } = await openForm({
      updateProfile: jest.fn().mockRejectedValue(
        aResponseError(400, {
          error: { name: 'InputError', message: 'No', issues },
        }),
      ),
    });
    const wrt = field('WRT').getByRole('textbox');
    await user.clear(wrt);
    await user.type(wrt, '3 h');
    await user.click(save());
    await waitFor(() =>
      expect(wrt).toHaveAccessibleDescription('Not so long.'),
    );
    expect(screen.getByRole('alert')).toHaveTextContent('Say why.');
  });

  it('locks a value of the catalog file and links to the file', async () => {
    await openForm();
    expect(field('MTPD').queryByRole('radio')).not.toBeInTheDocument();
    expect(
      field('MTPD').getByText(/Set by continuity\/mtpd in the catalog file/),
    ).toBeVisible();
    expect(
      field('MTPD').getByRole('link', { name: /Edit the file/ }),
    ).toHaveAttribute(
      'href',
      'https://git.example/checkout/edit/catalog-info.yaml',
    );
  });

  it('shows at once when the targets go beyond what is tolerable', async () => {
    const { user } = await openForm();
    const wrt = field('WRT').getByRole('textbox');
    await user.clear(wrt);
    await user.type(wrt, '1 d');
    expect(screen.getByText(/are 4 h longer than the MTPD/)).toBeVisible();
  });

  it('finds a recovery owner in the catalog', async () => {
    const { user, updateProfile, onSaved } = await openForm();
    const owner = field('Recovery owner');
    await user.click(owner.getByRole('radio', { name: 'Set here' }));
    const input = owner.getByRole('textbox', { name: 'Recovery owner' });
    await user.clear(input);
    await user.type(input, 'Jonas');
    await user.click(await screen.findByText('Jonas Weber'));
    await user.click(save());
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect(updateProfile).toHaveBeenCalledWith(
      REF,
      { values: { recoveryOwner: 'user:default/jonas' } },
      { revision: 3 },
    );
  });

  it('orders alternates by keyboard, and says the new order', async () => {
    const { user, updateProfile, onSaved } = await openForm();
    const alternates = field('Alternates');
    alternates.getByRole('button', { name: 'Move gone up' }).focus();
    await user.keyboard('{Enter}');
    expect(alternates.getByText('gone is now number 1')).toBeInTheDocument();
    await user.click(save());
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect(updateProfile.mock.calls[0][1]).toEqual({
      values: {
        recoveryAlternates: ['user:default/gone', 'user:default/mira'],
      },
    });
  });

  it('asks before changes are lost', async () => {
    const { user, onClose } = await openForm();
    await user.click(field('RPO').getByRole('radio', { name: /Inherit/ }));
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    const question = await screen.findByRole('dialog', {
      name: 'Discard your changes?',
    });
    await user.click(
      within(question).getByRole('button', { name: 'Keep editing' }),
    );
    expect(onClose).not.toHaveBeenCalled();
    await waitFor(() => expect(question).not.toBeInTheDocument());
    await user.keyboard('{Escape}');
    const again = await screen.findByRole('dialog', {
      name: 'Discard your changes?',
    });
    await user.click(within(again).getByRole('button', { name: 'Discard' }));
    expect(onClose).toHaveBeenCalled();
  });

  it('closes without a question where nothing changed', async () => {
    const { user, onClose } = await openForm();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onClose).toHaveBeenCalled();
  });

  it('says that the right was taken away meanwhile', async () => {
    const { user } = await openForm({
      updateProfile: jest.fn().mockRejectedValue(
        aResponseError(403, {
          error: { name: 'NotAllowedError', message: '' },
        }),
      ),
    });
    await user.click(field('RPO').getByRole('radio', { name: /Inherit/ }));
    await user.click(save());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'you may not change this any more',
    );
  });

  describe('when somebody else saved meanwhile', () => {
    const entry: RecordEntry = {
      id: '9',
      entityRef: REF,
      type: 'profile',
      action: 'updated',
      by: 'user:default/mira',
      at: '2026-06-10T08:58:00.000Z',
      reason: 'After the audit',
      before: null,
      after: null,
    };
    const before = aContinuity();
    const current = aContinuity({
      revision: 4,
      profile: {
        ...before.profile,
        wrt: aValue('PT1H', savedBy('mira'), null),
        recoveryTime: aValue('PT30M', savedBy('mira'), null),
      },
    });
    const stale = () =>
      aResponseError(409, {
        error: { name: 'ConflictError', message: 'stale' },
        current,
        changedSince: [entry],
      });

    async function editAndSave(updateProfile: jest.Mock) {
      const form = await openForm({ updateProfile });
      const wrt = field('WRT').getByRole('textbox');
      await form.user.clear(wrt);
      await form.user.type(wrt, '3 h');
      await form.user.click(
        field('RPO').getByRole('radio', { name: /Inherit/ }),
      );
      await form.user.click(save());
      await screen.findByText(
        'Couldn’t save: mira changed this 2 minutes ago.',
      );
      return form;
    }

    it('shows both versions, and saves mine on top of theirs', async () => {
      const updateProfile = jest
        .fn()
        .mockRejectedValueOnce(stale())
        .mockResolvedValueOnce(saved);
      const { user, onSaved } = await editAndSave(updateProfile);
      expect(screen.getByText(/After the audit/)).toBeVisible();
      expect(
        screen.getByText(
          /Also changed meanwhile, and kept: Recovery time 30 min/,
        ),
      ).toBeVisible();
      expect(
        screen.getByText('What only you changed is kept: RPO.'),
      ).toBeVisible();
      const again = screen.getByRole('button', { name: 'Save my choice' });
      expect(again).toBeDisabled();
      expect(
        screen.getByRole('radio', { name: 'WRT: Use theirs: 1 h' }),
      ).not.toBeChecked();
      await user.click(
        screen.getByRole('radio', { name: 'WRT: Use mine: 3 h' }),
      );
      await user.click(again);
      await waitFor(() => expect(onSaved).toHaveBeenCalledWith(saved));
      expect(updateProfile).toHaveBeenLastCalledWith(
        REF,
        { values: { rpo: null, wrt: 'PT3H' } },
        { revision: 4 },
      );
    });

    it('keeps theirs where that is chosen, and still saves what only I changed', async () => {
      const updateProfile = jest
        .fn()
        .mockRejectedValueOnce(stale())
        .mockResolvedValueOnce(saved);
      const { user, onSaved } = await editAndSave(updateProfile);
      await user.click(
        screen.getByRole('radio', { name: 'WRT: Use theirs: 1 h' }),
      );
      await user.click(screen.getByRole('button', { name: 'Save my choice' }));
      await waitFor(() => expect(onSaved).toHaveBeenCalledWith(saved));
      expect(updateProfile).toHaveBeenLastCalledWith(
        REF,
        { values: { rpo: null } },
        { revision: 4 },
      );
    });
  });
});
