import { Fragment } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  describeDuration,
  type RunSheet,
  type RunSheetRow,
} from 'backstage-plugin-continuity-common';
import { useFormats } from '../../screen/useFormats';
import { fullMoment } from '../../record/relativeTime';
import { useTranslation } from '../../translation';
import { GraphState } from '../GraphState';
import { RunSheetLine } from './RunSheetLine';

const useStyles = makeStyles(theme => ({
  facts: {
    margin: theme.spacing(0.5, 0, 0),
    color: theme.palette.text.secondary,
  },
  scroll: {
    overflowX: 'auto',
    marginTop: theme.spacing(2),
    '@media print': { overflow: 'visible' },
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: '0.875rem',
    '& th, & td': {
      padding: theme.spacing(0.75, 1),
      borderBottom: `1px solid ${theme.palette.divider}`,
      textAlign: 'left',
      verticalAlign: 'top',
      overflowWrap: 'break-word',
    },
    '& thead th': {
      whiteSpace: 'nowrap',
      borderBottom: `2px solid ${theme.palette.text.secondary}`,
    },
    '@media print': {
      fontSize: '9pt',
      '& thead': { display: 'table-header-group' },
      '& tr': { breakInside: 'avoid' },
      '& a': { textDecoration: 'none' },
      '& th, & td': {
        padding: '3pt 4pt',
        borderBottom: '0.5pt solid #999',
      },
    },
  },
  wave: {
    background: theme.palette.action.hover,
    fontWeight: 700,
    '@media print': { breakAfter: 'avoid' },
  },
  done: {
    minWidth: 70,
    '@media screen': { display: 'none' },
  },
  doneHead: { '@media screen': { display: 'none' } },
}));

function wavesOf(rows: readonly RunSheetRow[]): RunSheetRow[][] {
  const waves: RunSheetRow[][] = [];
  for (const row of rows) {
    const last = waves[waves.length - 1];
    if (last && last[0].wave === row.wave) last.push(row);
    else waves.push([row]);
  }
  return waves;
}

/** The sheet itself: who brings what back in which order, and when it is to be ready. On paper it has a column to write in. */
export const RunSheetTable = (props: { sheet: RunSheet; title: string }) => {
  const { sheet, title } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number, locale } = useFormats();
  const { allBack, outageSeconds } = sheet;
  const columns = [
    'step',
    'entity',
    'owner',
    'alternates',
    'plan',
    'own',
    'ready',
    'target',
  ] as const;
  const readyTime = (expected: { seconds: number; atLeast: boolean }) =>
    expected.atLeast
      ? t('dependency.loss.sheet.readyAtLeast', {
          time: describeDuration(expected.seconds),
        })
      : t('dependency.loss.sheet.readyAt', {
          time: describeDuration(expected.seconds),
        });

  return (
    <article>
      <Typography variant="h5" component="h2">
        {title}
      </Typography>
      <p className={classes.facts}>
        {[
          t('dependency.loss.sheet.made', {
            date: fullMoment(sheet.madeAt, locale),
            revision: String(sheet.graph.revision),
          }),
          t('dependency.loss.sheet.rows', {
            count: sheet.totalRows,
            shown: number(sheet.totalRows),
          }),
          allBack &&
            t('dependency.loss.sheet.allBack', { time: readyTime(allBack) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className={classes.facts}>
        {sheet.mode === 'recovery'
          ? t('dependency.loss.sheet.modeRecovery')
          : t('dependency.loss.sheet.modeLoss')}
        {outageSeconds !== null &&
          ` ${t('dependency.loss.sheet.outage', {
            time: describeDuration(outageSeconds),
          })}.`}
      </p>
      {sheet.unknown.length > 0 && (
        <p role="alert">
          {t('dependency.loss.sheet.unknown', {
            refs: sheet.unknown.join(', '),
          })}
        </p>
      )}
      {sheet.truncated > 0 && (
        <p>
          {t('dependency.loss.sheet.truncated', {
            count: sheet.truncated,
            shown: number(sheet.truncated),
          })}
        </p>
      )}
      {sheet.redacted > 0 && (
        <p>
          {t('dependency.loss.sheet.redacted', {
            count: sheet.redacted,
            shown: number(sheet.redacted),
          })}
        </p>
      )}
      {sheet.rows.length === 0 ? (
        <p>{t('dependency.loss.sheet.empty')}</p>
      ) : (
        // It scrolls on narrow screens, so it has to be reachable by keyboard.
        <div
          className={classes.scroll}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          role="region"
          aria-label={title}
        >
          <table className={classes.table} aria-label={title}>
            <thead>
              <tr>
                {columns.map(column => (
                  <th key={column} scope="col">
                    {t(`dependency.loss.sheet.${column}`)}
                  </th>
                ))}
                <th scope="col" className={classes.doneHead}>
                  {t('dependency.loss.sheet.done')}
                </th>
              </tr>
            </thead>
            <tbody>
              {wavesOf(sheet.rows).map(rows => (
                <Fragment key={rows[0].wave}>
                  <tr className={classes.wave}>
                    <th colSpan={columns.length + 1} scope="rowgroup">
                      {t('dependency.loss.sheet.wave')} {rows[0].wave}
                    </th>
                  </tr>
                  {rows.map(row => (
                    <RunSheetLine
                      key={row.entityRef}
                      row={row}
                      readyTime={readyTime}
                      doneClass={classes.done}
                    />
                  ))}
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <GraphState data={sheet} />
    </article>
  );
};
