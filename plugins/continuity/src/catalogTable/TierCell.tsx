import type { Entity } from '@backstage/catalog-model';
import { TIER_LABEL } from './continuityLabels';
import { labelOf } from './labelOf';
import { useTiers } from './useTiers';

/** The effective tier by an entity's label, named as in the policy; by its id for somebody who may not read the policy. */
export const TierCell = (props: { entity: Entity }) => {
  const id = labelOf(props.entity, TIER_LABEL);
  const tier = useTiers()?.find(each => each.id === id);
  return <>{tier?.title ?? id}</>;
};
