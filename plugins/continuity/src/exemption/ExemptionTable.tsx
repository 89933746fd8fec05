import { Link } from '@backstage/core-components';
import LinearProgress from '@material-ui/core/LinearProgress';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ExemptionDetail,
  ExemptionLimits,
  ExemptionSummary,
} from 'backstage-plugin-continuity-common';
import { EntityName } from '../catalog/EntityName';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';
import { exemptedName } from './exemptedName';
import { ExemptionActions } from './ExemptionActions';
import { ExemptionHistory } from './ExemptionHistory';
import { exemptionPeriodText } from './exemptionPeriodText';
import { ExemptionStateMark } from './ExemptionStateMark';

const useStyles = makeStyles(theme => ({
  container: { position: 'relative' },
  loading: { position: 'absolute', top: 0, left: 0, right: 0, zIndex: 1 },
  stale: { opacity: 0.6 },
  table: {
    '& td, & th': { padding: theme.spacing(1, 1.25), verticalAlign: 'top' },
    '& th': { whiteSpace: 'nowrap', fontWeight: 700 },
    '& td a': { textDecoration: 'underline' },
    '& $entity > a': { fontWeight: 600, textDecoration: 'none' },
    [theme.breakpoints.down('sm')]: {
      '& td, & th': { padding: theme.spacing(1, 0.5) },
    },
  },
  entity: { minWidth: 150 },
  requirement: { fontSize: theme.typography.caption.fontSize },
  reason: { overflowWrap: 'anywhere', minWidth: 160 },
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
    <TableContainer className={classes.container}>
      {loading && <LinearProgress className={classes.loading} />}
      <Table
        size="small"
        aria-label={t('exemption.title')}
        aria-busy={loading}
        className={`${classes.table} ${loading ? classes.stale : ''}`}
      >
        <TableHead>
          <TableRow>
            {HEADINGS.map(heading => (
              <TableCell key={heading}>
                {t(`exemption.field.${heading}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
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
        </TableBody>
      </Table>
    </TableContainer>
  );
};
