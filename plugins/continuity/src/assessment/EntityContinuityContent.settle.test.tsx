import { screen } from '@testing-library/react';
import { aContinuity, aGap, NOW } from '../../dev/fixtures/aContinuity';
import { aPolicyResponse } from '../../dev/fixtures/aPolicy';
import { renderAtEntity } from '../../dev/fixtures/renderAtEntity';
import { stopTheClock } from '../../dev/fixtures/stopTheClock';
import { EntityContinuityContent } from './EntityContinuityContent';

stopTheClock(NOW);

const noAgreement = aGap({
  code: 'agreement-missing',
  requirement: 'agreement',
  params: {},
});

function open(search: string, allowedActions: string[]) {
  const continuity = aContinuity({
    gaps: [noAgreement],
    allowedActions: allowedActions as never,
  });
  return renderAtEntity(
    <EntityContinuityContent />,
    {
      getEntity: async () => continuity,
      getPolicy: async () => aPolicyResponse as never,
    },
    continuity.entityRef,
    { search },
  );
}

describe('a link that asks to settle a gap', () => {
  it('opens the form that mends it, once', async () => {
    const user = open('?settle=agreement', ['agreement.create']);
    expect(await screen.findByRole('dialog')).toBeVisible();
    await user.keyboard('{Escape}');
    expect(
      await screen.findByRole('heading', { name: /^What to do/ }),
    ).toBeVisible();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it.each([
    ['who may not mend it', '?settle=agreement', []],
    ['a gap that is not there any more', '?settle=bia', ['agreement.create']],
  ])('opens nothing for %s', async (_, search, actions) => {
    open(search, actions);
    expect(
      await screen.findByRole('heading', { name: /^What to do/ }),
    ).toBeVisible();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});
