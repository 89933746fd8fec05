import { screen, within } from '@testing-library/react';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { anEntityRisk } from '../../../dev/fixtures/analyses';
import { aContinuity, NOW } from '../../../dev/fixtures/aContinuity';
import { aPolicyResponse } from '../../../dev/fixtures/aPolicy';
import { renderAtEntity } from '../../../dev/fixtures/renderAtEntity';
import { stopTheClock } from '../../../dev/fixtures/stopTheClock';
import { RiskCard } from './RiskCard';

stopTheClock(NOW);

function show(
  said: Partial<EntityContinuity>,
  analyses: Record<string, jest.Mock> = {},
) {
  const onChanged = jest.fn();
  const user = renderAtEntity(
    <RiskCard continuity={aContinuity(said)} onChanged={onChanged} />,
    { analyses: analyses as never, getPolicy: async () => aPolicyResponse },
  );
  return { user, onChanged };
}

describe('RiskCard', () => {
  it('shows the matrix with counts, and the greatest risks with what is done about them', async () => {
    const { user } = show({ risk: anEntityRisk() });
    expect(
      await screen.findByRole('img', {
        name: '1 risk of likelihood 5 and impact 4: Extreme',
      }),
    ).toBeInTheDocument();
    const risks = within(
      screen.getByRole('list', { name: 'Greatest risks' }),
    ).getAllByRole('listitem');
    expect(risks).toHaveLength(4);
    expect(risks[0]).toHaveTextContent('Extreme 20Failed change');
    expect(risks[0]).toHaveTextContent('Reduce · leaves medium 6');
    expect(risks[2]).toHaveTextContent('was due by May 31');
    expect(screen.getByText('1 threat does not apply.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'After treatment' }));
    expect(
      screen.queryByRole('img', { name: /likelihood 5 and impact 4/ }),
    ).toBeNull();
    expect(
      screen.getByRole('img', {
        name: '2 risks of likelihood 2 and impact 2: Low',
      }),
    ).toBeInTheDocument();
  });

  it('teaches where there is none, and offers nothing to who may only read', async () => {
    show({ risk: anEntityRisk({ current: null }), allowedActions: [] });
    expect(
      await screen.findByText(/A starting list of threats is ready/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('assesses from the starting list, and names what is not decided yet', async () => {
    const recordRiskAssessment = jest.fn().mockResolvedValue(aContinuity());
    const { user, onChanged } = show(
      { risk: anEntityRisk({ current: null }) },
      { recordRiskAssessment },
    );
    await user.click(
      await screen.findByRole('button', { name: 'Assess the risks' }),
    );
    const threat = async (name: string) =>
      within(await screen.findByRole('group', { name }));
    const ransomware = await threat('Ransomware');
    await user.selectOptions(ransomware.getByLabelText('Likelihood'), '3');
    await user.selectOptions(ransomware.getByLabelText('Impact'), '5');
    expect(ransomware.getByText('High 15')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Record as agreed' }));
    expect(
      await screen.findByText(/Rate "Capacity|Rate "Lack of capacity"/),
    ).toBeInTheDocument();
    expect(
      ransomware.getByText(/Say what is done about "Ransomware"/),
    ).toBeInTheDocument();
    expect(recordRiskAssessment).not.toHaveBeenCalled();
    await user.click(
      (
        await threat('Lack of capacity')
      ).getByRole('checkbox', {
        name: 'Lack of capacity does not apply',
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    const [ref, input, from] = recordRiskAssessment.mock.calls[0];
    expect([ref, from]).toEqual([
      'component:default/checkout',
      { revision: 0 },
    ]);
    expect(input.state).toBe('draft');
    expect(input.threats).toHaveLength(9);
    expect(
      input.threats.find(({ id }: { id: string }) => id === 'ransomware'),
    ).toMatchObject({ rating: { likelihood: 3, impact: 5 }, treatment: null });
    expect(onChanged).toHaveBeenCalled();
  });

  it('takes a threat of one’s own, and lets it go again', async () => {
    const { user } = show({ risk: anEntityRisk({ current: null }) });
    await user.click(
      await screen.findByRole('button', { name: 'Assess the risks' }),
    );
    await user.click(
      await screen.findByRole('button', { name: 'Add a threat' }),
    );
    const own = within(
      screen.getByRole('group', { name: 'What is the threat?' }),
    );
    await user.type(own.getByLabelText('What is the threat?'), 'Flood');
    await user.click(screen.getByRole('button', { name: 'Remove Flood' }));
    expect(screen.queryByRole('group', { name: 'Flood' })).toBeNull();
  });
});
