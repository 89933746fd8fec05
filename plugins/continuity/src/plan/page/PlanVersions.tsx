import { Link } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type {
  PlanDetail,
  PlanVersionSummary,
} from 'backstage-plugin-continuity-common';
import { useId, useState } from 'react';
import { usePartyName } from '../../profile/usePartyName';
import { Moment } from '../../record/Moment';
import { useTranslation } from '../../translation';
import type { Translate } from '../../translation/Translate';
import { PlanStateMark } from '../PlanStateMark';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    padding: theme.spacing(1, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 1),
    alignItems: 'center',
  },
  quiet: {
    color: theme.palette.text.secondary,
    fontSize: '0.8125rem',
    overflowWrap: 'anywhere',
  },
  compare: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1.5),
  },
  pick: { width: 92 },
}));

/** Who did the last thing to a version, in words. */
function lastDone(
  t: Translate,
  version: PlanVersionSummary,
  who: (ref: string) => string,
): { text: string; at: string } {
  if (version.approvedAt && version.approvedBy) {
    return {
      text: version.approvedFor
        ? t('plan.version.approvedFor', {
            who: who(version.approvedBy),
            forWhom: who(version.approvedFor),
          })
        : t('plan.version.approved', { who: who(version.approvedBy) }),
      at: version.approvedAt,
    };
  }
  if (version.state === 'in-review' && version.submittedAt) {
    return {
      text: t('plan.version.submitted', {
        who: who(version.submittedBy ?? version.updatedBy),
      }),
      at: version.submittedAt,
    };
  }
  return {
    text: t('plan.version.edited', { who: who(version.updatedBy) }),
    at: version.updatedAt,
  };
}

/** All versions of a plan, newest first; two of them can be compared. */
export const PlanVersions = (props: {
  plan: PlanDetail;
  shown: number;
  addressOf: (version: number) => string;
  onCompare: (versions: { from: number; to: number }) => void;
  onHistory: () => void;
}) => {
  const { plan, shown, addressOf, onCompare, onHistory } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const id = useId();
  const numbers = plan.versions.map(({ version }) => version);
  const [from, setFrom] = useState(numbers[1] ?? numbers[0]);
  const [to, setTo] = useState(numbers[0]);
  const picker = (
    label: string,
    value: number,
    onPick: (version: number) => void,
    key: string,
  ) => (
    <TextField
      id={`${id}-${key}`}
      select
      className={classes.pick}
      label={label}
      value={value}
      onChange={event => onPick(Number(event.target.value))}
      variant="outlined"
      size="small"
    >
      {numbers.map(number => (
        <MenuItem key={number} value={number}>
          {number}
        </MenuItem>
      ))}
    </TextField>
  );
  return (
    <EntityInfoCard
      title={t('plan.version.title')}
      headerActions={
        <Button size="small" color="primary" onClick={onHistory}>
          {t('plan.action.history')}
        </Button>
      }
    >
      <ul className={classes.list}>
        {plan.versions.map(version => {
          const done = lastDone(t, version, partyName);
          return (
            <li key={version.version} className={classes.item}>
              <div className={classes.line}>
                {version.version === shown ? (
                  <strong aria-current="true">
                    {t('plan.table.version', { version: version.version })}
                  </strong>
                ) : (
                  <Link to={addressOf(version.version)}>
                    {t('plan.table.version', { version: version.version })}
                  </Link>
                )}
                <PlanStateMark state={version.state} />
              </div>
              <div className={classes.quiet}>
                {done.text} <Moment at={done.at} />
              </div>
              {version.changeReference && (
                <div className={classes.quiet}>
                  {t('plan.version.because', {
                    change: version.changeReference,
                  })}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {numbers.length > 1 && (
        <div className={classes.compare}>
          {picker(t('plan.compare.from'), from, setFrom, 'from')}
          {picker(t('plan.compare.to'), to, setTo, 'to')}
          <Button
            size="small"
            variant="outlined"
            color="primary"
            disabled={from === to}
            onClick={() => onCompare({ from, to })}
          >
            {t('plan.compare.open')}
          </Button>
        </div>
      )}
    </EntityInfoCard>
  );
};
