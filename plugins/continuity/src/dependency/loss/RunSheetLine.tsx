import { makeStyles } from '@material-ui/core/styles';
import {
  describeDuration,
  type RunSheetRow,
} from 'backstage-plugin-continuity-common';
import { EntityName } from '../../catalog/EntityName';
import { useTranslation } from '../../translation';
import { Mark } from '../Mark';
import { OwnTime } from './OwnTime';
import { PartyLink } from './PartyLink';
import { PlanLink } from './PlanLink';
import { targetTimeText } from '../timeText';

const useStyles = makeStyles(theme => ({
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
  name: { fontWeight: 600, minWidth: 140 },
  nowrap: { whiteSpace: 'nowrap' },
}));

/** One line of a run sheet. */
export const RunSheetLine = (props: {
  row: RunSheetRow;
  readyTime: (expected: { seconds: number; atLeast: boolean }) => string;
  doneClass: string;
}) => {
  const { row, readyTime, doneClass } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { owner, alternates, plan, ready, rtoSeconds, lateBySeconds } = row;
  return (
    <tr>
      <td>
        {row.wave}.{row.step}
      </td>
      <th scope="row" className={classes.name}>
        <EntityName entityRef={row.entityRef} title={row.title} />
        <div className={classes.quiet}>
          {[row.kind, row.tier?.id].filter(Boolean).join(' · ')}
        </div>
        {row.cycle && (
          <Mark kind="cycle">{t('dependency.loss.sheet.cycle')}</Mark>
        )}
        {!row.resolved && (
          <Mark kind="unresolved">{t('dependency.row.unresolved')}</Mark>
        )}
      </th>
      <td>
        {owner ? (
          <PartyLink party={owner} />
        ) : (
          t('dependency.loss.table.noOwner')
        )}
      </td>
      <td>
        {alternates.length > 0
          ? alternates.map((party, index) => (
              <div key={party.ref}>
                {index + 1}. <PartyLink party={party} />
              </div>
            ))
          : '–'}
      </td>
      <td>
        <PlanLink plan={plan} />
      </td>
      <td className={classes.nowrap}>
        <OwnTime ownTime={row.ownTime} />
      </td>
      <td className={classes.nowrap}>{readyTime(ready)}</td>
      <td>
        {rtoSeconds === null
          ? t('dependency.loss.sheet.noTarget')
          : targetTimeText(t, 'rto', rtoSeconds)}
        {lateBySeconds !== null && lateBySeconds > 0 && (
          <div>
            <Mark kind="conflict">
              {ready.atLeast
                ? t('dependency.loss.sheet.lateAtLeast', {
                    time: describeDuration(lateBySeconds),
                  })
                : t('dependency.loss.sheet.late', {
                    time: describeDuration(lateBySeconds),
                  })}
            </Mark>
          </div>
        )}
        {row.againstMtpd === 'beyond' && row.mtpdSeconds !== null && (
          <div>
            <Mark kind="conflict">
              {t('dependency.loss.table.mtpd', {
                time: describeDuration(row.mtpdSeconds),
              })}
            </Mark>
          </div>
        )}
      </td>
      <td className={doneClass} />
    </tr>
  );
};
