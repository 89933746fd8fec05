import type { ReactNode } from 'react';
import LockIcon from '@material-ui/icons/Lock';
import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  describeDuration,
  type EffectiveValue,
  type EntityContinuity,
  type ProfileField,
} from 'backstage-plugin-continuity-common';
import { Explained } from '../record/Explained';
import { useTranslation } from '../translation';
import type { Translate } from '../translation/Translate';
import { useLocale } from '../translation/useLocale';
import { CatalogFileLink } from './CatalogFileLink';
import { PartyName } from './PartyName';
import { sourceCaption, sourceExplanation } from './sourceText';
import { valueText } from './valueText';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: 'fit-content(45%) minmax(0, 1fr)',
    columnGap: theme.spacing(2),
    rowGap: theme.spacing(1.25),
    margin: 0,
    '& dt': { color: theme.palette.text.secondary },
    '& dd': { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  },
  caption: {
    display: 'block',
    color: theme.palette.text.secondary,
    fontSize: '0.8125rem',
    '& svg': { fontSize: 14, verticalAlign: '-2px', marginRight: 4 },
  },
  value: { fontWeight: 500 },
  unset: { color: theme.palette.text.secondary, fontStyle: 'italic' },
  alternates: {
    margin: 0,
    paddingLeft: theme.spacing(2.5),
  },
}));

const DURATIONS = ['rto', 'rpo', 'mtpd'] as const;
const AFTER_SLACK = ['wrt', 'mbco', 'recoveryTime'] as const;

/** Who brings it back, how fast, and where each of these values comes from. */
export const RecoveryCard = ({
  continuity,
}: {
  continuity: EntityContinuity;
}) => {
  const classes = useStyles();
  const { t } = useTranslation();
  const { profile, parties, slack } = continuity;
  const owner = profile.recoveryOwner.value;
  const alternates = profile.recoveryAlternates.value;
  return (
    <EntityInfoCard title={t('profile.card.title')}>
      <dl className={classes.list}>
        <Row field="recoveryOwner" continuity={continuity}>
          {owner !== null && <PartyName entityRef={owner} parties={parties} />}
        </Row>
        <Row field="recoveryAlternates" continuity={continuity}>
          {alternates !== null && alternates.length > 0 && (
            <ol className={classes.alternates}>
              {alternates.map(ref => (
                <li key={ref}>
                  <PartyName entityRef={ref} parties={parties} />
                </li>
              ))}
            </ol>
          )}
        </Row>
        {DURATIONS.map(field => (
          <Row key={field} field={field} continuity={continuity} />
        ))}
        {slack && (
          <>
            <dt>
              <Explained explanation={t('profile.term.slack')}>
                {t('profile.field.slack')}
              </Explained>
            </dt>
            <dd className={classes.value}>{slackText(t, slack)}</dd>
          </>
        )}
        {AFTER_SLACK.map(field => (
          <Row key={field} field={field} continuity={continuity} />
        ))}
      </dl>
    </EntityInfoCard>
  );
};

function Row(props: {
  field: Exclude<ProfileField, 'tier'>;
  continuity: EntityContinuity;
  children?: ReactNode;
}) {
  const { field, continuity, children } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const effective = continuity.profile[field];
  const unset = effective.value === null;
  return (
    <>
      <dt>
        <Explained explanation={t(`profile.term.${field}`)}>
          {t(`profile.field.${field}`)}
        </Explained>
      </dt>
      <dd>
        {children || (
          <span className={unset ? classes.unset : classes.value}>
            {valueText(t, field, effective.value)}
          </span>
        )}
        <Source effective={effective} continuity={continuity} />
      </dd>
    </>
  );
}

function Source(props: {
  effective: EffectiveValue<unknown>;
  continuity: EntityContinuity;
}) {
  const { effective, continuity } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  const { origin, locked } = effective;
  if (!origin) return null;
  const explanation = sourceExplanation(t, origin, {
    locale,
    timeZone: continuity.timeZone,
    names: continuity.names,
  });
  return (
    <span className={classes.caption}>
      {locked && (
        <CatalogFileLink
          file={continuity.file}
          aria-label={t('profile.card.file')}
        >
          <LockIcon titleAccess={t('profile.card.locked')} />
        </CatalogFileLink>
      )}
      <Explained as="caption" explanation={explanation}>
        {sourceCaption(t, origin, continuity.names)}
      </Explained>
    </span>
  );
}

function slackText(
  t: Translate,
  slack: NonNullable<EntityContinuity['slack']>,
): string {
  if (slack.seconds < 0) {
    return t('profile.value.beyond', {
      time: describeDuration(-slack.seconds),
    });
  }
  return t(
    slack.includesWorkRecovery
      ? 'profile.value.slack'
      : 'profile.value.slackBeforeWork',
    { time: describeDuration(slack.seconds) },
  );
}
