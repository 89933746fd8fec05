import { parsePolicy } from '../../policy/parsePolicy';
import { aDocument } from './aCatalogOf';
import type { Scene } from './aScene';

/** The mark of a tier. */
export const tier = (id: string) => ({
  annotations: { 'continuity/tier': id },
});

/** Needs: web → ledger; the loose one stands for itself. */
export const catalog = [
  aDocument(
    'web',
    { dependsOn: ['component:ledger'], owner: 'a' },
    tier('tier-1'),
  ),
  aDocument('ledger', { owner: 'b' }, tier('tier-2')),
  aDocument('loose', { owner: 'b' }),
];
export const plans = [{ id: 'p', covers: ['ledger', 'loose', 'web'] }];

/** A document that changes its owner. */
export const material = (name: string, id?: string) =>
  aDocument(name, { owner: 'somebody-else' }, id ? tier(id) : {});

/** A scene with one warning of `plan-review-needed` at an entity of tier-2. */
export const atTier2: Scene = {
  catalog,
  plans,
  proposed: [material('ledger', 'tier-2')],
};

/** The same at an entity without a tier. */
export const withoutTier: Scene = {
  catalog,
  plans,
  proposed: [material('loose')],
};

export const policyWith = (changes: object) => parsePolicy({ changes });
export const models = {
  standardModels: [{ id: 'patches', title: 'Monthly patches' }],
};
