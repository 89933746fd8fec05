import type { Entity } from '@backstage/catalog-model';
import { withContinuityLabels } from './withContinuityLabels';

const anEntity = (labels?: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', description: 'Takes money', labels },
});
const transform = ({ metadata }: Entity) => ({
  title: metadata.name,
  text: metadata.description ?? '',
});
const tiers = [{ id: 'tier-1', title: 'Mission critical' }];

describe('withContinuityLabels', () => {
  it.each([
    [
      'status, tier and last test',
      {
        'continuity/status': 'at-risk',
        'continuity/effective-tier': 'tier-1',
        'continuity/last-test': 'failed',
      },
      {
        text: 'Takes money : Continuity: at-risk, tier-1 Mission critical, last test failed',
        continuityStatus: 'at-risk',
        continuityTier: 'tier-1',
        continuityLastTest: 'failed',
      },
    ],
    [
      'a tier that the policy has no title for',
      {
        'continuity/status': 'met',
        'continuity/effective-tier': 'tier-9',
      },
      {
        text: 'Takes money : Continuity: met, tier-9',
        continuityStatus: 'met',
        continuityTier: 'tier-9',
        continuityLastTest: '',
      },
    ],
    [
      'nothing of an entity without these labels',
      { team: 'blue' },
      {
        text: 'Takes money',
        continuityStatus: '',
        continuityTier: '',
        continuityLastTest: '',
      },
    ],
    [
      'nothing of an entity without labels',
      undefined,
      {
        text: 'Takes money',
        continuityStatus: '',
        continuityTier: '',
        continuityLastTest: '',
      },
    ],
  ])('adds %s', (_, labels, expected) => {
    expect(
      withContinuityLabels(transform, { tiers })(anEntity(labels)),
    ).toEqual({ title: 'checkout', ...expected });
  });

  it('begins the text where the transformer has none', () => {
    const silent = withContinuityLabels(() => ({ text: '' }));
    expect(silent(anEntity({ 'continuity/status': 'exposed' })).text).toBe(
      'Continuity: exposed',
    );
  });
});
