import { Link } from '@backstage/core-components';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ExemptionDetail,
  ExemptionLimits,
  ExemptionSummary,
} from 'backstage-plugin-continuity-common';
import { EntityName } from '../catalog/EntityName';
import { ListTable } from '../list/ListTable';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';
import { exemptedName } from './exemptedName';
import { ExemptionActions } from './ExemptionActions';
import { ExemptionHistory } from './ExemptionHistory';
import { exemptionPeriodText } from './exemptionPeriodText';
import { ExemptionStateMark } from './ExemptionStateMark';

const useStyles = makeStyles(theme => ({
  table: {
    '& td, & th': { padding: theme.spacing(1, 1.25) },
    '& th': { whiteSpace: 'nowrap' },
    '& td a': { textDecoration: 'underline' },
    '& $entity > a': { fontWeight: 600, textDecoration: 'none' },
    [theme.breakpoints.down('sm')]: {
      '& td, & th': { padding: theme.spacing(1, 0.5) },
    },
  },
  entity: { minWidth: 120 },
  requirement: { fontSize: theme.typography.caption.fontSize },
  reason: { overflowWrap: 'anywhere', minWidth: 120 },
  quiet: { color: theme.palette.text.secondary },
}));

const HEADINGS = ['entity', 'state', 'reason', 'history'] as const;

/** One page of the exemptions, as the server sorted it. */
export const ExemptionTable = (props: {
  items: ExemptionSummary[];
  /** The address of the list. */
  exemptions: string;
  limits: ExemptionLimits;
  timeZone: string;
  loading: boolean;
  onDone: (exemption: ExemptionDetail) => void;
}) => {
  const { items, exemptions, limits, timeZone, loading, onDone } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <ListTable
      label={t('exemption.title')}
      loading={loading}
      className={classes.table}
      head={
        <>
          {HEADINGS.map(heading => (
            <TableCell key={heading}>
              {t(`exemption.field.${heading}`)}
            </TableCell>
          ))}
        </>
      }
    >
      {items.map(item => (
        <TableRow key={item.id}>
          <TableCell className={classes.entity}>
            <EntityName
              entityRef={item.entityRef}
              title={item.entityTitle}
              defaultKind="component"
            />
            <div className={`${classes.requirement} ${classes.quiet}`}>
              {t('exemption.field.requirement')}{' '}
              <Link to={`${exemptions}/${encodeURIComponent(item.id)}`}>
                {exemptedName(t, item.requirement)}
              </Link>
            </div>
          </TableCell>
          <TableCell>
            <ExemptionStateMark exemption={item} />
            <div>{exemptionPeriodText(t, item, { locale, timeZone })}</div>
            {item.renewal > 0 && (
              <div className={classes.quiet}>
                {t('exemption.renewal', {
                  number: item.renewal,
                  most: limits.renewals,
                })}
              </div>
            )}
          </TableCell>
          <TableCell className={classes.reason}>{item.reason}</TableCell>
          <TableCell>
            <ExemptionHistory exemption={item} />
            <ExemptionActions
              exemption={item}
              limits={limits}
              timeZone={timeZone}
              onDone={onDone}
            />
          </TableCell>
        </TableRow>
      ))}
    </ListTable>
  );
};
