import { screen, within } from '@testing-library/react';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { aBia, anEntityBia } from '../../../dev/fixtures/analyses';
import { aContinuity, NOW } from '../../../dev/fixtures/aContinuity';
import { aPolicyResponse } from '../../../dev/fixtures/aPolicy';
import { renderAtEntity } from '../../../dev/fixtures/renderAtEntity';
import { aResponseError } from '../../../dev/fixtures/FakeContinuityApi';
import { stopTheClock } from '../../../dev/fixtures/stopTheClock';
import { BiaCard } from './BiaCard';

stopTheClock(NOW);

function show(
  said: Partial<EntityContinuity>,
  analyses: Record<string, jest.Mock> = {},
) {
  const onChanged = jest.fn();
  const user = renderAtEntity(
    <BiaCard continuity={aContinuity(said)} onChanged={onChanged} />,
    { analyses: analyses as never, getPolicy: async () => aPolicyResponse },
  );
  return { user, onChanged };
}

const without = {
  bia: anEntityBia({ current: null }),
};

describe('BiaCard', () => {
  it('shows the curve, with words that say the same', async () => {
    show({ bia: anEntityBia() });
    const picture = await screen.findByRole('img', {
      name: /intolerable after 24 h\. Back after 6 h, 18 h before that\./,
    });
    expect(picture.querySelectorAll('[data-mark]')).toHaveLength(3);
    const legend = screen.getByRole('list', { name: 'Impact by category' });
    expect(legend).toHaveTextContent('Financial: intolerable after 24 h');
    expect(legend).toHaveTextContent(
      'Legal and contracts: intolerable after 1 week',
    );
    expect(screen.getByText('tier-2 (as it is)')).toBeInTheDocument();
    expect(
      screen.getByText(/Month end \(every month\), Summer sale/),
    ).toBeInTheDocument();
    expect(screen.getByText('due by Mar 3, 2027')).toBeInTheDocument();
  });

  it('says beyond where nothing is intolerable', async () => {
    show({ bia: anEntityBia({ current: aBia({}, { financial: 'nnnnm' }) }) });
    expect(await screen.findByText('beyond 1 week')).toBeInTheDocument();
    expect(
      screen.getByRole('img', { name: /tolerable up to 1 week and beyond/ }),
    ).toBeInTheDocument();
  });

  it('says where it is taken over from, with a link', async () => {
    show({ bia: anEntityBia({ from: 'system:default/shop', revision: 0 }) });
    expect(await screen.findByRole('link', { name: /shop/ })).toHaveAttribute(
      'href',
      '/catalog/default/system/shop',
    );
    expect(screen.queryByRole('button', { name: 'Earlier ones' })).toBeNull();
  });

  it('teaches, and offers to begin, where there is none', async () => {
    show(without);
    expect(
      await screen.findByText(/Two questions are enough/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Analyse the impact' }),
    ).toBeInTheDocument();
  });

  it('offers nothing to who may only read', async () => {
    show({ ...without, allowedActions: [] });
    expect(
      await screen.findByText(/can no longer be endured/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('answers two questions, sees what follows, and records it', async () => {
    const recordBia = jest.fn().mockResolvedValue(aContinuity());
    const { user, onChanged } = show(without, { recordBia });
    await user.click(
      await screen.findByRole('button', { name: 'Analyse the impact' }),
    );
    const dialog = await screen.findByRole('dialog');
    await user.click(
      within(dialog).getByLabelText('After how long is the harm intolerable?'),
    );
    await user.click(await screen.findByRole('option', { name: 'after 4 h' }));
    await user.type(
      within(dialog).getByLabelText('How much data may be lost?'),
      '1h',
    );
    expect(
      within(dialog).getByText('Tolerable period of disruption (MTPD): 4 h'),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByText('Recommended tier: tier-1 Mission critical'),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByText(
        'tier-2: its RTO of 4 h and 2 h of work recovery are too long',
      ),
    ).toBeInTheDocument();

    await user.click(
      within(dialog).getByRole('button', { name: 'Record as agreed' }),
    );
    expect(
      within(dialog).getByText(/Say with whom in the business/),
    ).toBeInTheDocument();
    expect(recordBia).not.toHaveBeenCalled();
    await user.type(
      within(dialog).getByLabelText('Agreed with'),
      'Head of Retail',
    );
    await user.click(
      within(dialog).getByRole('button', { name: 'Record as agreed' }),
    );
    expect(recordBia).toHaveBeenCalledWith(
      'component:default/checkout',
      expect.objectContaining({
        state: 'agreed',
        quick: { intolerableAfter: 'PT4H' },
        rpo: '1h',
        agreedWith: 'Head of Retail',
      }),
      { revision: 0 },
    );
    expect(onChanged).toHaveBeenCalled();
  });

  it('rates the grid with the keyboard, and refuses impact that falls over time at its cell', async () => {
    const recordBia = jest.fn();
    const { user } = show(without, { recordBia });
    await user.click(
      await screen.findByRole('button', { name: 'Analyse the impact' }),
    );
    await user.click(await screen.findByLabelText('Full analysis'));
    const cell = (name: string) => screen.getByRole('combobox', { name });
    await user.selectOptions(cell('Financial after 4 h'), 'serious');
    expect(
      screen.getByText('Tolerable period of disruption (MTPD): 4 h'),
    ).toBeInTheDocument();
    expect(cell('Financial after 4 h')).toHaveAccessibleDescription(
      'intolerable',
    );
    await user.selectOptions(cell('Financial after 24 h'), 'minor');
    expect(cell('Financial after 24 h')).toBeInvalid();
    expect(cell('Financial after 24 h')).toHaveAccessibleDescription(
      'It is Serious after 4 h and only Minor after 24 h. Impact can’t fall over time.',
    );
    expect(screen.queryByText(/Tolerable period of disruption/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    expect(
      await screen.findByText(/Some fields are not right yet/),
    ).toBeInTheDocument();
    expect(recordBia).not.toHaveBeenCalled();
    await user.selectOptions(cell('Financial after 24 h'), '');
    expect(
      screen.getByText('Tolerable period of disruption (MTPD): 4 h'),
    ).toBeInTheDocument();
  });

  it('begins a renewal with what is agreed, and says that less needs a second person', async () => {
    const { user } = show({ bia: anEntityBia() });
    await user.click(
      await screen.findByRole('button', { name: 'Renew or change' }),
    );
    const cell = await screen.findByRole('combobox', {
      name: 'Financial after 24 h',
    });
    expect(cell).toHaveValue('serious');
    expect(screen.queryByText(/asks for less/)).toBeNull();
    await user.selectOptions(cell, 'moderate');
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Customers after 24 h' }),
      'moderate',
    );
    expect(
      await screen.findByText(
        /This asks for less than the analysis in force \(MTPD/,
      ),
    ).toBeInTheDocument();
  });

  it('loses nothing when somebody else was faster', async () => {
    const recordBia = jest
      .fn()
      .mockRejectedValueOnce(
        aResponseError(409, {
          error: { name: 'ConflictError', message: 'newer' },
          current: aContinuity({ bia: anEntityBia({ revision: 7 }) }),
          changedSince: [{ by: 'user:default/mira' }],
        }),
      )
      .mockResolvedValueOnce(aContinuity());
    const { user } = show({ bia: anEntityBia() }, { recordBia });
    await user.click(
      await screen.findByRole('button', { name: 'Renew or change' }),
    );
    await user.click(await screen.findByRole('button', { name: 'Save draft' }));
    expect(
      await screen.findByText(/mira saved a newer one meanwhile/),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    expect(recordBia.mock.calls[1][2]).toEqual({ revision: 7 });
  });

  it('lets the second person confirm, and asks why when declining', async () => {
    const confirmBia = jest.fn().mockResolvedValue(aContinuity());
    const pending = aBia({
      id: 'bia-2',
      state: 'awaiting-second-person',
      looserThanBefore: ['mtpd'],
    });
    const { user } = show(
      {
        bia: anEntityBia({ pending }),
        allowedActions: ['analysis.approve'],
      },
      { confirmBia },
    );
    expect(
      await screen.findByText(/ines recorded an analysis that asks for less/),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Confirm' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Confirm' }));
    expect(confirmBia).toHaveBeenCalledWith(
      'component:default/checkout',
      'bia-2',
      {},
    );
  });

  it('shows a draft, and puts it away', async () => {
    const discardBia = jest.fn().mockResolvedValue(aContinuity());
    const { user } = show(
      { bia: anEntityBia({ draft: aBia({ id: 'd1', state: 'draft' }) }) },
      { discardBia },
    );
    await user.click(
      await screen.findByRole('button', { name: 'Put the draft away' }),
    );
    const dialog = await screen.findByRole('dialog');
    await user.click(
      within(dialog).getByRole('button', { name: 'Put the draft away' }),
    );
    expect(discardBia).toHaveBeenCalledWith(
      'component:default/checkout',
      'd1',
      {},
    );
  });

  it('lists earlier ones, and says when they can’t be read', async () => {
    const getBia = jest
      .fn()
      .mockResolvedValueOnce({
        ...anEntityBia(),
        history: [aBia(), aBia({ id: 'b0', state: 'superseded' })],
      })
      .mockRejectedValueOnce(new Error('The server does not answer'));
    const { user } = show({ bia: anEntityBia() }, { getBia });
    await user.click(
      await screen.findByRole('button', { name: 'Earlier ones' }),
    );
    expect(
      await screen.findByText('Replaced by a later one'),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await user.click(
      await screen.findByRole('button', { name: 'Earlier ones' }),
    );
    expect(
      await screen.findByText('The server does not answer'),
    ).toBeInTheDocument();
  });
});
