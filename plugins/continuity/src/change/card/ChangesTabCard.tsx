import { Link } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type {
  EntityChange,
  EntityContinuity,
} from 'backstage-plugin-continuity-common';
import { useNames } from '../../catalog/Names';
import { withNames } from '../../catalog/withNames';
import {
  changeAddress,
  changesOfEntityAddress,
} from '../../plan/changeAddress';
import { useChangesAddress } from '../../plan/useChangesAddress';
import { Explained } from '../../record/Explained';
import { Moment } from '../../record/Moment';
import { usePageStyles } from '../../screen/usePageStyles';
import { useTranslation } from '../../translation';
import { ChangeReviewText } from '../ChangeReviewText';
import { ChangeStateMark } from '../ChangeStateMark';
import { ChangeWindow } from '../ChangeWindow';
import { VerdictMark } from '../VerdictMark';

const SHOWN = 5;

/** The recorded changes that hit an entity, with what they asked for here; nothing where there is none. */
export const ChangesTabCard = (props: {
  continuity: Pick<EntityContinuity, 'entityRef' | 'changes' | 'timeZone'>;
}) => {
  const { entityRef, changes = [], timeZone = 'UTC' } = props.continuity;
  const shared = usePageStyles();
  const { t } = useTranslation();
  const address = useChangesAddress();
  if (changes.length === 0) return null;
  return (
    <EntityInfoCard title={t('change.tab.title')}>
      <ul className={shared.plainList} aria-label={t('change.tab.list')}>
        {changes.slice(0, SHOWN).map(change => (
          <li key={change.id} className={shared.divided}>
            <ChangeLine change={change} address={address} zone={timeZone} />
          </li>
        ))}
      </ul>
      {address && (
        <Link to={changesOfEntityAddress(address, entityRef)}>
          {t('change.tab.all')}
        </Link>
      )}
    </EntityInfoCard>
  );
};

function ChangeLine(props: {
  change: EntityChange;
  address: string | undefined;
  zone: string;
}) {
  const { change, address, zone } = props;
  const { id, externalId, title, state, verdict, effect, asked } = change;
  const shared = usePageStyles();
  const { t } = useTranslation();
  const names = useNames();
  return (
    <>
      <div className={shared.row}>
        {address ? <Link to={changeAddress(address, id)}>{title}</Link> : title}
        <VerdictMark verdict={verdict} />
        <ChangeStateMark state={state} />
      </div>
      <div className={shared.small}>
        {externalId && `${externalId} · `}
        <Explained
          as="caption"
          explanation={t(`change.effectMeaning.${effect}`)}
        >
          {t(`change.effect.${effect}`)}
        </Explained>
        {' · '}
        {change.implementedAt ? (
          <Moment at={change.implementedAt} />
        ) : (
          <ChangeWindow
            plannedStart={change.plannedStart}
            plannedEnd={change.plannedEnd}
            zone={zone}
          />
        )}
        {change.review && (
          <>
            {' · '}
            <ChangeReviewText review={change.review} />
          </>
        )}
      </div>
      {asked.length > 0 && (
        <ul className={shared.list}>
          {asked.map(text => (
            <li key={text} className={shared.small}>
              {withNames(text, names)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
