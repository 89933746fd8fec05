import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { EntityName } from '../catalog/EntityName';
import { valueText } from '../profile/valueText';
import { ContinuityStatusChip } from '../status';
import { useTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  scroll: {
    overflowX: 'auto',
    '& td, & th': {
      wordBreak: 'normal',
      overflowWrap: 'break-word',
      padding: theme.spacing(0.75, 1),
    },
  },
  whole: { whiteSpace: 'nowrap' },
  quiet: { color: theme.palette.text.secondary, marginTop: theme.spacing(1) },
  late: { fontWeight: 600, marginLeft: theme.spacing(1), whiteSpace: 'nowrap' },
}));

/** What a system consists of, worst first. */
export const SystemPartsCard = (props: {
  parts: NonNullable<EntityContinuity['parts']>;
}) => {
  const { items, totalItems, redacted } = props.parts;
  const classes = useStyles();
  const { t } = useTranslation();
  const title = t('assessment.parts.title', { number: String(totalItems) });
  const more = totalItems - items.length;
  return (
    <EntityInfoCard title={title}>
      {items.length === 0 && redacted === 0 && (
        <div>{t('assessment.parts.none')}</div>
      )}
      {items.length > 0 && (
        <div className={classes.scroll}>
          <Table size="small" aria-label={title}>
            <TableHead>
              <TableRow>
                <TableCell>{t('assessment.parts.name')}</TableCell>
                <TableCell>{t('assessment.parts.status')}</TableCell>
                <TableCell>{t('assessment.parts.tier')}</TableCell>
                <TableCell>{t('assessment.parts.rto')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {items.map(part => (
                <TableRow key={part.entityRef}>
                  <TableCell component="th" scope="row">
                    <EntityName entityRef={part.entityRef} title={part.title} />
                  </TableCell>
                  <TableCell>
                    <ContinuityStatusChip status={part.status} />
                    {part.late && (
                      <span className={classes.late}>
                        {t('assessment.parts.late')}
                      </span>
                    )}
                  </TableCell>
                  <TableCell className={classes.whole}>
                    {valueText(t, 'tier', part.tier)}
                  </TableCell>
                  <TableCell className={classes.whole}>
                    {valueText(t, 'rto', part.rto)}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
      {more > 0 && (
        <div className={classes.quiet}>
          {t('assessment.parts.more', { count: more })}
        </div>
      )}
      {redacted > 0 && (
        <div className={classes.quiet}>
          {t('assessment.parts.redacted', { count: redacted })}
        </div>
      )}
    </EntityInfoCard>
  );
};
