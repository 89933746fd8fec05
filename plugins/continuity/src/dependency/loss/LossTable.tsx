import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import {
  describeDuration,
  type LossItem,
} from 'backstage-plugin-continuity-common';
import { EntityName, nameOfRef } from '../../catalog/EntityName';
import { ContinuityStatusChip } from '../../status';
import { useTranslation } from '../../translation';
import { DependencyPath } from '../DependencyPath';
import { Mark } from '../Mark';
import { OwnTime } from './OwnTime';
import { PartyLink } from './PartyLink';
import { PlanLink } from './PlanLink';
import { expectedTimeText, targetTimeText } from '../timeText';

const useStyles = makeStyles(theme => ({
  scroll: { overflowX: 'auto' },
  table: { '& td, & th': { verticalAlign: 'top' } },
  head: { fontWeight: 700, whiteSpace: 'nowrap' },
  name: { fontWeight: 600 },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
  path: { minWidth: 180 },
}));

/** What becomes of each entity, in words: the same as the picture, and why each is hit. */
export const LossTable = (props: {
  items: readonly LossItem[];
  titles: Record<string, string>;
  label: string;
}) => {
  const { items, titles, label } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const columns = [
    'wave',
    'entity',
    'why',
    'own',
    'ready',
    'rto',
    'result',
    'plan',
    'owner',
  ] as const;
  return (
    // It scrolls on narrow screens, so it has to be reachable by keyboard.
    <div
      className={classes.scroll}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <Table size="small" aria-label={label} className={classes.table}>
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <TableCell key={column} className={classes.head}>
                {t(`dependency.loss.table.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(item => (
            <TableRow key={item.entityRef}>
              <TableCell>{item.wave ?? '–'}</TableCell>
              <TableCell component="th" scope="row">
                <span className={classes.name}>
                  <EntityName entityRef={item.entityRef} title={item.title} />
                </span>{' '}
                {item.status && (
                  <ContinuityStatusChip status={item.status} dense />
                )}
                <div className={classes.quiet}>
                  {[item.kind, item.tier?.id].filter(Boolean).join(' · ')}
                </div>
                {item.together.length > 0 && (
                  <Mark kind="cycle">
                    {t('dependency.loss.table.together', {
                      count: item.together.length,
                    })}
                  </Mark>
                )}
                {!item.resolved && (
                  <Mark kind="unresolved">
                    {t('dependency.row.unresolved')}
                  </Mark>
                )}
              </TableCell>
              <TableCell className={classes.path}>
                <Why item={item} titles={titles} />
              </TableCell>
              <TableCell>
                {item.effect === 'degraded' ? (
                  '–'
                ) : (
                  <OwnTime ownTime={item.ownTime} />
                )}
              </TableCell>
              <TableCell>
                {item.expected ? expectedTimeText(t, item.expected) : '–'}
              </TableCell>
              <TableCell>{targetTimeText(t, 'rto', item.rtoSeconds)}</TableCell>
              <TableCell>
                <Result item={item} />
              </TableCell>
              <TableCell>
                <PlanLink plan={item.plan} />
              </TableCell>
              <TableCell>
                {item.recoveryOwner ? (
                  <PartyLink party={item.recoveryOwner} />
                ) : (
                  t('dependency.loss.table.noOwner')
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
};

function Why(props: { item: LossItem; titles: Record<string, string> }) {
  const { item, titles } = props;
  const { t } = useTranslation();
  if (item.lostWith) {
    return (
      <>
        {t('dependency.loss.table.lostWith', {
          name: titles[item.lostWith] ?? nameOfRef(item.lostWith),
        })}
      </>
    );
  }
  if (item.effect === 'lost') return <>{t('dependency.loss.table.lost')}</>;
  return <DependencyPath path={item.path} titles={titles} />;
}

function Result({ item }: { item: LossItem }) {
  const { t } = useTranslation();
  if (item.effect === 'degraded') return <>–</>;
  const beyondMtpd = item.againstMtpd === 'beyond' && item.mtpdSeconds !== null;
  return (
    <>
      {item.againstRto === 'beyond' && (
        <Mark kind="conflict">
          {item.expected?.atLeast
            ? t('dependency.loss.gantt.missedAtLeast', {
                time: describeDuration(item.lateBySeconds ?? 0),
              })
            : t('dependency.loss.gantt.missed', {
                time: describeDuration(item.lateBySeconds ?? 0),
              })}
        </Mark>
      )}
      {item.againstRto === 'within' && t('dependency.loss.gantt.inTime')}
      {item.againstRto === 'unproven' && t('dependency.loss.gantt.unproven')}
      {item.againstRto === 'no-target' && t('dependency.loss.gantt.noTarget')}
      {beyondMtpd && (
        <div>
          <Mark kind="conflict">
            {t('dependency.loss.table.mtpd', {
              time: describeDuration(item.mtpdSeconds!),
            })}
          </Mark>
        </div>
      )}
    </>
  );
}
