import { screen } from '@testing-library/react';
import { anEntityBia, anEntityRisk } from '../../../dev/fixtures/analyses';
import { aContinuity, aGap, NOW } from '../../../dev/fixtures/aContinuity';
import { aPolicyResponse } from '../../../dev/fixtures/aPolicy';
import { renderAtEntity } from '../../../dev/fixtures/renderAtEntity';
import { stopTheClock } from '../../../dev/fixtures/stopTheClock';
import { EntityContinuityContent } from '../../assessment/EntityContinuityContent';

stopTheClock(NOW);

const missing = (unit: 'entity' | 'system') => [
  aGap({
    code: 'bia-missing',
    requirement: 'bia',
    params: { tier: 'tier-2', unit },
  }),
  aGap({
    code: 'risk-missing',
    requirement: 'risk',
    params: { tier: 'tier-2', unit },
  }),
];

function show(unit: 'entity' | 'system', allowedActions = ['analysis.update']) {
  return renderAtEntity(<EntityContinuityContent />, {
    getPolicy: async () => aPolicyResponse,
    getEntity: async () =>
      aContinuity({
        gaps: missing(unit),
        bia: anEntityBia({ current: null, system: 'system:default/shop' }),
        risk: anEntityRisk({ current: null, system: 'system:default/shop' }),
        allowedActions: allowedActions as never,
      }),
  });
}

describe('a missing analysis', () => {
  it('is made from where it is missed', async () => {
    const user = show('entity');
    await screen.findByText('Two questions are enough', { exact: false });
    expect(screen.queryByRole('link', { name: 'system:shop' })).toBeNull();
    const [fromGap] = screen.getAllByRole('button', {
      name: 'Analyse the impact',
    });
    await user.click(fromGap);
    expect(
      await screen.findByRole('dialog', {
        name: 'Business impact of Checkout',
      }),
    ).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    await user.click(
      screen.getAllByRole('button', { name: 'Assess the risks' })[0],
    );
    expect(
      await screen.findByRole('dialog', { name: 'Risks of Checkout' }),
    ).toBeInTheDocument();
  });

  it('is made at the system where that carries it', async () => {
    show('system');
    await screen.findByText('Two questions are enough', { exact: false });
    expect(screen.getAllByRole('link', { name: 'system:shop' })).toHaveLength(
      2,
    );
    // the card's own button only
    expect(
      screen.getAllByRole('button', { name: 'Analyse the impact' }),
    ).toHaveLength(1);
  });

  it('is not offered to who may only read', async () => {
    show('entity', []);
    await screen.findByText(/A starting list of threats is ready/);
    expect(screen.queryByRole('button', { name: /Analyse|Assess/ })).toBeNull();
  });
});
