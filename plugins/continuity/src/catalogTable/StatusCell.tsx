import { Link } from '@backstage/core-components';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  continuityStatuses,
  type ContinuityStatus,
} from 'backstage-plugin-continuity-common';
import { useContinuityTabLink } from '../coverage/useContinuityTabLink';
import { ContinuityStatusChip } from '../status';
import { statusKey } from '../status/statusKey';
import { useTranslation } from '../translation';
import { labelOf } from './labelOf';
import { STATUS_LABEL } from './continuityLabels';

/** The status by an entity's label; it leads to the continuity tab. */
export const StatusCell = (props: { entity: Entity }) => {
  const { entity } = props;
  const { t } = useTranslation();
  const linkTo = useContinuityTabLink();
  const status = continuityStatuses.find(
    each => each === labelOf(entity, STATUS_LABEL),
  ) as ContinuityStatus | undefined;
  if (!status) return null;

  return (
    <Link
      to={linkTo(stringifyEntityRef(entity))}
      underline="none"
      aria-label={t('catalogTable.openTab', {
        status: t(`status.${statusKey(status)}`),
        name: entity.metadata.title ?? entity.metadata.name,
      })}
    >
      <ContinuityStatusChip status={status} />
    </Link>
  );
};
