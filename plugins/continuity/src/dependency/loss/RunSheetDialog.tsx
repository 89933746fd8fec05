import { useState } from 'react';
import Button from '@material-ui/core/Button';
import CircularProgress from '@material-ui/core/CircularProgress';
import Dialog from '@material-ui/core/Dialog';
import { makeStyles } from '@material-ui/core/styles';
import GetAppIcon from '@material-ui/icons/GetApp';
import PrintIcon from '@material-ui/icons/Print';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import type { RunSheetRequest } from 'backstage-plugin-continuity-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../../api';
import { errorMessage } from '../../screen/errorMessage';
import { fileName } from '../../screen/fileName';
import { saveFile } from '../../screen/saveFile';
import { useTranslation } from '../../translation';
import { DependencyProblem } from '../DependencyProblem';
import { RunSheetTable } from './RunSheetTable';
import { PAPER, PRINTED, usePrintStyles } from './usePrintStyles';

const useStyles = makeStyles(theme => ({
  paper: { background: theme.palette.background.paper },
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5, 3),
    background: theme.palette.background.paper,
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  body: {
    width: '100%',
    maxWidth: 1400,
    margin: '0 auto',
    padding: theme.spacing(2, 3, 4),
  },
  loading: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    padding: theme.spacing(3, 0),
  },
}));

const FILES = {
  csv: { ending: 'csv', type: 'text/csv;charset=utf-8' },
  markdown: { ending: 'md', type: 'text/markdown;charset=utf-8' },
} as const;

/** An ordered recovery sheet: on the whole screen, on paper without anything around it, as CSV and as Markdown. */
export const RunSheetDialog = (props: {
  request: RunSheetRequest;
  /** What it is for, in its heading. */
  names: string;
  onClose: () => void;
}) => {
  const { request, names, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const api = useApi(continuityApiRef);
  const [failure, setFailure] = useState<string>();
  const print = usePrintStyles();
  const title =
    request.title ??
    (request.mode === 'recovery'
      ? t('dependency.loss.sheet.titleRecovery', { names })
      : t('dependency.loss.sheet.titleLoss', { names }));
  const asked: RunSheetRequest = { ...request, title: title.slice(0, 200) };
  const sheet = useAsyncRetry(
    () => api.makeRunSheet(asked),
    [api, JSON.stringify(asked)],
  );

  const save = async (format: keyof typeof FILES) => {
    setFailure(undefined);
    try {
      const text = await api.exportRunSheet(asked, {
        format,
        // Excel takes CSV for its own alphabet without it
        bom: format === 'csv',
      });
      const { ending, type } = FILES[format];
      saveFile(
        `${fileName(title, 'run-sheet')}.${ending}`,
        new Blob([text], { type }),
      );
    } catch (error) {
      setFailure(
        t('dependency.loss.sheet.saveFailed', { message: errorMessage(error) }),
      );
    }
  };
  const ready = Boolean(sheet.value && sheet.value.rows.length > 0);

  return (
    <Dialog
      open
      fullScreen
      onClose={onClose}
      className={`${print.root} ${PRINTED}`}
      classes={{ paper: classes.paper }}
      PaperProps={{ 'aria-label': title }}
    >
      <style>{PAPER}</style>
      <div className={`${classes.bar} ${print.hidden}`}>
        <Button
          variant="contained"
          color="primary"
          startIcon={<PrintIcon />}
          disabled={!ready}
          onClick={() => window.print()}
        >
          {t('dependency.loss.sheet.print')}
        </Button>
        {(['csv', 'markdown'] as const).map(format => (
          <Button
            key={format}
            variant="outlined"
            startIcon={<GetAppIcon />}
            disabled={!ready}
            onClick={() => save(format)}
          >
            {t(`dependency.loss.sheet.${format}`)}
          </Button>
        ))}
        <Button onClick={onClose}>{t('dependency.loss.sheet.close')}</Button>
      </div>
      <div className={classes.body}>
        {failure && (
          <Alert severity="error" className={print.hidden}>
            {failure}
          </Alert>
        )}
        {sheet.error && (
          <DependencyProblem error={sheet.error} onRetry={sheet.retry} />
        )}
        {!sheet.value && !sheet.error && (
          <div className={classes.loading} role="status">
            <CircularProgress size={20} aria-hidden />
            {t('dependency.loss.sheet.loading')}
          </div>
        )}
        {sheet.value && <RunSheetTable sheet={sheet.value} title={title} />}
      </div>
    </Dialog>
  );
};
