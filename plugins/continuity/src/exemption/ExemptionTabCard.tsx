import { Link } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import ExpandLessIcon from '@material-ui/icons/ExpandLess';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { useId, useState } from 'react';
import { usePageStyles } from '../screen/usePageStyles';
import { useTranslation } from '../translation';
import { ExemptionLine } from './ExemptionLine';
import { useExemptionsAddress } from './useExemptionsAddress';

/** What an entity is exempt from, may be soon, and was; nothing where there never was an exemption. */
export const ExemptionTabCard = (props: {
  continuity: Pick<EntityContinuity, 'entityRef' | 'exemptions' | 'timeZone'>;
  onChanged: () => void;
}) => {
  const { onChanged } = props;
  const { entityRef, exemptions, timeZone } = props.continuity;
  const classes = usePageStyles();
  const { t } = useTranslation();
  const address = useExemptionsAddress();
  const foldId = useId();
  const [open, setOpen] = useState(false);
  if (!exemptions || exemptions.totalItems === 0) return null;
  const { items, totalItems, limits } = exemptions;
  const current = items.filter(
    ({ state }) => state === 'asked' || state === 'approved',
  );
  const over = items.filter(item => !current.includes(item));
  const line = (item: (typeof items)[number]) => (
    <li key={item.id} className={classes.divided}>
      <ExemptionLine
        exemption={item}
        limits={limits}
        timeZone={timeZone}
        onDone={onChanged}
      />
    </li>
  );
  return (
    <EntityInfoCard title={t('exemption.card.title')}>
      <ul className={classes.plainList} aria-label={t('exemption.card.list')}>
        {current.map(line)}
      </ul>
      {over.length > 0 && (
        <>
          <Button
            size="small"
            onClick={() => setOpen(!open)}
            aria-expanded={open}
            aria-controls={foldId}
            endIcon={open ? <ExpandLessIcon /> : <ExpandMoreIcon />}
          >
            {t('exemption.card.older', { count: totalItems - current.length })}
          </Button>
          <ul className={classes.plainList} id={foldId} hidden={!open}>
            {open && over.map(line)}
          </ul>
        </>
      )}
      {address && (
        <div>
          <Link to={`${address}?entity=${encodeURIComponent(entityRef)}`}>
            {t('exemption.card.all')}
          </Link>
        </div>
      )}
    </EntityInfoCard>
  );
};
