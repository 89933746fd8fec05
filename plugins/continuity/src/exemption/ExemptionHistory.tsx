import { makeStyles } from '@material-ui/core/styles';
import type { ExemptionSummary } from 'backstage-plugin-continuity-common';
import { usePartyName } from '../profile/usePartyName';
import { Moment } from '../record/Moment';
import { useTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { overflowWrap: 'anywhere' },
  quiet: { color: theme.palette.text.secondary },
}));

/** Who asked, who decided, who ended it: with when and why. */
export const ExemptionHistory = ({
  exemption,
}: {
  exemption: ExemptionSummary;
}) => {
  const classes = useStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const { requestedBy, requestedAt, decision, closing, state } = exemption;
  const lines = [
    { word: 'asked', by: requestedBy, at: requestedAt, said: '' },
    ...(decision
      ? [
          {
            word: state === 'refused' ? 'refused' : 'approved',
            by: decision.by,
            at: decision.at,
            said: decision.note,
          } as const,
        ]
      : []),
    ...(closing
      ? [
          {
            word: state === 'withdrawn' ? 'withdrawn' : 'ended',
            by: closing.by,
            at: closing.at,
            said: closing.reason,
          } as const,
        ]
      : []),
  ] as const;
  return (
    <ul className={classes.list}>
      {lines.map(({ word, by, at, said }) => (
        <li key={word} className={classes.item}>
          {t(`exemption.${word}`, { by: partyName(by) })}{' '}
          <span className={classes.quiet}>
            <Moment at={at} />
            {said && `: ${said}`}
          </span>
        </li>
      ))}
    </ul>
  );
};
