import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type {
  Agreement,
  EntityContinuity,
} from 'backstage-plugin-continuity-common';
import { EntityName } from '../catalog/EntityName';
import { formatDay, formatDueDay } from '../status/formatDay';
import { usePartyName } from './usePartyName';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';
import { agreedValuesText } from './agreedValuesText';
import { PendingAgreement } from './PendingAgreement';
import { RecordAgreementDialog } from './RecordAgreementDialog';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: 'fit-content(45%) minmax(0, 1fr)',
    columnGap: theme.spacing(2),
    rowGap: theme.spacing(1),
    margin: 0,
    '& dt': { color: theme.palette.text.secondary },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  quiet: {
    color: theme.palette.text.secondary,
    marginBottom: theme.spacing(1),
    '& a': { textDecoration: 'underline' },
  },
  late: { fontWeight: 600 },
}));

/** What was agreed with the business, until when it holds, and what waits for a second person. */
export const AgreementCard = (props: {
  continuity: EntityContinuity;
  onChanged: (continuity: EntityContinuity) => void;
}) => {
  const { continuity, onChanged } = props;
  const { agreement, allowedActions } = continuity;
  const classes = useStyles();
  const { t } = useTranslation();
  const [recording, setRecording] = useState(false);
  const mayRecord = allowedActions.includes('agreement.create');
  if (
    !agreement.required &&
    !agreement.current &&
    !agreement.pending &&
    !mayRecord
  ) {
    return null;
  }
  return (
    <EntityInfoCard
      title={t('profile.agreement.title')}
      headerActions={
        mayRecord && (
          <Button
            size="small"
            color="primary"
            onClick={() => setRecording(true)}
          >
            {t('profile.agreement.record')}
          </Button>
        )
      }
    >
      {agreement.pending && (
        <PendingAgreement
          pending={agreement.pending}
          continuity={continuity}
          onChanged={onChanged}
        />
      )}
      {agreement.from && (
        <div className={classes.quiet}>
          <EntityFrom entityRef={agreement.from} />
        </div>
      )}
      {agreement.current ? (
        <AgreementFacts
          agreement={agreement.current}
          dueAt={agreement.dueAt}
          timeZone={continuity.timeZone}
        />
      ) : (
        <div>
          {t(
            agreement.required
              ? 'profile.agreement.noneRequired'
              : 'profile.agreement.none',
          )}{' '}
          {!agreement.required && t('profile.agreement.notRequired')}
        </div>
      )}
      {recording && (
        <RecordAgreementDialog
          continuity={continuity}
          onClose={() => setRecording(false)}
          onRecorded={newer => {
            setRecording(false);
            onChanged(newer);
          }}
        />
      )}
    </EntityInfoCard>
  );
};

function EntityFrom({ entityRef }: { entityRef: string }) {
  const { t } = useTranslation();
  return (
    <>
      {t('profile.agreement.from', {
        system: (<EntityName entityRef={entityRef} />) as JSX.Element,
      })}
    </>
  );
}

function AgreementFacts(props: {
  agreement: Agreement;
  dueAt: string | null;
  timeZone?: string;
}) {
  const { agreement, dueAt, timeZone } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const locale = useLocale();
  const days = { locale, timeZone };
  // Days of agreements are days of the calendar, not moments.
  const agreedOn = formatDay(agreement.agreedOn, { locale });
  const late = dueAt !== null && Date.parse(dueAt) <= Date.now();
  const recorded = (by: string, at: string) =>
    t('profile.agreement.recordedBy', {
      by: partyName(by),
      date: formatDay(at, days),
    });
  return (
    <dl className={classes.list}>
      <dt>{t('profile.agreement.with')}</dt>
      <dd>{agreement.with}</dd>
      <dt>{t('profile.agreement.reference')}</dt>
      <dd>{agreement.reference}</dd>
      <dt>{t('profile.agreement.agreedOn')}</dt>
      <dd>{agreedOn}</dd>
      <dt>{t('profile.agreement.values')}</dt>
      <dd>{agreedValuesText(t, agreement.values)}</dd>
      {dueAt && (
        <>
          <dt>{t('profile.agreement.renewal')}</dt>
          <dd className={late ? classes.late : undefined}>
            {late
              ? t('profile.agreement.late', { date: formatDay(dueAt, days) })
              : t('profile.agreement.due', { date: formatDueDay(dueAt, days) })}
          </dd>
        </>
      )}
      <dt>{t('profile.agreement.recorded')}</dt>
      <dd>{recorded(agreement.recordedBy, agreement.recordedAt)}</dd>
      {agreement.confirmedBy && agreement.confirmedAt && (
        <>
          <dt>{t('profile.agreement.confirmed')}</dt>
          <dd>{recorded(agreement.confirmedBy, agreement.confirmedAt)}</dd>
        </>
      )}
      {agreement.note && (
        <>
          <dt>{t('profile.agreement.note')}</dt>
          <dd>{agreement.note}</dd>
        </>
      )}
    </dl>
  );
}
