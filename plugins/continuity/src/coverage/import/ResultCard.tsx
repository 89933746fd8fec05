import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import {
  importOutcomes,
  type ImportAnswer,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { NamesProvider } from '../../catalog/Names';
import { errorMessage } from '../../screen/errorMessage';
import { useFormats } from '../../screen/useFormats';
import { useTranslation } from '../../translation';
import { ConfirmImport } from './ConfirmImport';
import { ImportRows } from './ImportRows';
import { problemText } from './importText';
import type { ImportState } from './useImport';

const views = {
  All: importOutcomes,
  Changes: ['create', 'change'],
  Refused: ['refused'],
} as const;
type View = keyof typeof views;

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    margin: theme.spacing(1, 0),
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
    marginTop: theme.spacing(2),
  },
  view: {
    textTransform: 'none',
    color: theme.palette.text.secondary,
    '&.Mui-selected': { color: theme.palette.text.primary },
  },
}));

/** What becomes of the rows, and the button that imports all of them. */
export const ResultCard = (props: {
  state: ImportState;
  answer: ImportAnswer;
  onImport: () => void;
  onAgain: () => void;
}) => {
  const { state, answer, onImport, onAgain } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number, locale } = useFormats();
  const { refused, create, change } = answer.totals;
  const [view, setView] = useState<View>(refused > 0 ? 'Refused' : 'All');
  const [asking, setAsking] = useState(false);
  const written = create + change;
  const isBusy = state.busy === 'importing';
  const outcomes: readonly string[] = views[view];
  const rows = answer.rows.filter(({ outcome }) => outcomes.includes(outcome));

  if (answer.problems.length > 0) {
    return (
      <Alert severity="error" role="alert">
        <AlertTitle>{t('import.problems')}</AlertTitle>
        {answer.problems.map(problem => (
          <div key={problem.message}>
            {problemText(t, problem, { kind: answer.kind, locale })}
          </div>
        ))}
      </Alert>
    );
  }
  return (
    <NamesProvider names={answer.names}>
      <EntityInfoCard title={t('import.result')}>
        {state.isStale && (
          <Alert severity="warning" role="alert">
            {t('import.stale')}
          </Alert>
        )}
        {answer.imported && (
          <Alert severity="success" role="status">
            {t('import.done', { count: written, shown: number(written) })}
          </Alert>
        )}
        {answer.ignoredColumns.length > 0 && (
          <Alert severity="info">
            {t('import.ignored', { columns: answer.ignoredColumns.join(', ') })}
          </Alert>
        )}
        <div className={classes.head}>
          <Typography variant="body1" aria-live="polite">
            {t('import.rows', {
              count: answer.rows.length,
              shown: number(answer.rows.length),
            })}{' '}
            {importOutcomes
              .filter(outcome => answer.totals[outcome] > 0)
              .map(outcome =>
                t(`import.total.${outcome}`, {
                  shown: number(answer.totals[outcome]),
                }),
              )
              .join(', ')}
          </Typography>
          <ToggleButtonGroup
            size="small"
            exclusive
            value={view}
            aria-label={t('import.show')}
            onChange={(_, next: View | null) => next && setView(next)}
          >
            {(Object.keys(views) as View[]).map(each => (
              <ToggleButton key={each} value={each} className={classes.view}>
                {t(`import.show${each}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        </div>
        <ImportRows key={view} kind={answer.kind} rows={rows} />
        <div className={classes.actions}>
          {answer.imported ? (
            <Button variant="outlined" color="primary" onClick={onAgain}>
              {t('import.again')}
            </Button>
          ) : (
            <Button
              variant="contained"
              color="primary"
              disabled={refused > 0 || written === 0 || isBusy}
              onClick={() => setAsking(true)}
            >
              {t(isBusy ? 'import.importing' : 'import.importAll')}
            </Button>
          )}
          {!answer.imported && refused > 0 && (
            <Typography variant="body2">
              {t('import.refusedFirst', { count: refused })}
            </Typography>
          )}
          {!answer.imported && refused === 0 && written === 0 && (
            <Typography variant="body2">{t('import.nothingToDo')}</Typography>
          )}
        </div>
        {state.failed && (
          <Alert severity="error" role="alert">
            {t('import.failed', { message: errorMessage(state.failed) })}
          </Alert>
        )}
      </EntityInfoCard>
      {asking && (
        <ConfirmImport
          count={written}
          fileName={answer.fileName}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            onImport();
          }}
        />
      )}
    </NamesProvider>
  );
};
