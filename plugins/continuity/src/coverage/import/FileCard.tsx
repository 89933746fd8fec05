import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  LARGEST_IMPORT,
  MOST_IMPORT_ROWS,
} from 'backstage-plugin-continuity-common';
import { useRef, useState, type DragEvent } from 'react';
import { errorMessage } from '../../screen/errorMessage';
import { useFormats } from '../../screen/useFormats';
import { useTranslation } from '../../translation';
import { readTextFile } from './readTextFile';
import type { ImportFile } from './useImport';

const MEGABYTES = String(LARGEST_IMPORT / 1_000_000);

const useStyles = makeStyles(theme => ({
  drop: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    padding: theme.spacing(2),
    marginBottom: theme.spacing(2),
    border: `1px dashed ${theme.palette.text.secondary}`,
    borderRadius: theme.shape.borderRadius,
  },
  over: {
    borderColor: theme.palette.primary.main,
    backgroundColor: theme.palette.action.hover,
  },
  rows: { '& textarea': { fontFamily: 'monospace', fontSize: 13 } },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
    marginTop: theme.spacing(2),
  },
}));

/** Takes a file, or rows that are pasted. */
export const FileCard = (props: {
  busy: boolean;
  onCheck: (file: ImportFile) => void;
}) => {
  const { busy, onCheck } = props;
  const classes = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const { t } = useTranslation();
  const { number } = useFormats();
  const [chosen, setChosen] = useState<ImportFile>();
  const [pasted, setPasted] = useState('');
  const [isGuessed, setGuessed] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [isOver, setOver] = useState(false);

  const check = (next: ImportFile) => {
    const isTooLarge = new Blob([next.csv]).size > LARGEST_IMPORT;
    setProblem(
      isTooLarge ? t('import.tooLarge', { megabytes: MEGABYTES }) : undefined,
    );
    if (!isTooLarge) onCheck(next);
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    setProblem(undefined);
    setGuessed(false);
    setChosen(undefined);
    // in UTF-16 it takes twice the room
    if (file.size > 2 * LARGEST_IMPORT) {
      setProblem(t('import.tooLarge', { megabytes: MEGABYTES }));
      return;
    }
    try {
      const read = await readTextFile(file);
      setGuessed(read.isGuessed);
      setPasted('');
      const next = { fileName: file.name, csv: read.text };
      setChosen(next);
      check(next);
    } catch (error) {
      setProblem(t('import.unreadable', { message: errorMessage(error) }));
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const current =
    chosen ??
    (pasted.trim()
      ? { fileName: t('import.pastedName'), csv: pasted }
      : undefined);
  return (
    <EntityInfoCard title={t('import.file')}>
      <div
        className={`${classes.drop} ${isOver ? classes.over : ''}`}
        onDragOver={event => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Button
          variant="outlined"
          color="primary"
          onClick={() => input.current?.click()}
        >
          {t('import.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          hidden
          aria-label={t('import.choose')}
          onChange={event => {
            take(event.target.files?.[0]);
            // the same file can be chosen again once it is corrected
            event.target.value = '';
          }}
        />
        <Typography variant="body2">
          {chosen
            ? t('import.dropped', { name: chosen.fileName })
            : t('import.drop')}
        </Typography>
      </div>
      <TextField
        id="import-rows"
        className={classes.rows}
        label={t('import.paste')}
        value={pasted}
        onChange={event => {
          setPasted(event.target.value);
          setProblem(undefined);
          setChosen(undefined);
          setGuessed(false);
        }}
        multiline
        fullWidth
        minRows={3}
        maxRows={10}
        variant="outlined"
        inputProps={{ spellCheck: false }}
      />
      <div className={classes.foot}>
        <Button
          variant="contained"
          color="primary"
          disabled={!current || busy}
          onClick={() => current && check(current)}
        >
          {t(busy ? 'import.checking' : 'import.check')}
        </Button>
        <Typography variant="caption" color="textSecondary">
          {t('import.limit', {
            rows: number(MOST_IMPORT_ROWS),
            megabytes: MEGABYTES,
          })}
        </Typography>
      </div>
      {isGuessed && (
        <Alert severity="warning">{t('import.otherEncoding')}</Alert>
      )}
      {problem && (
        <Alert severity="error" role="alert">
          {problem}
        </Alert>
      )}
    </EntityInfoCard>
  );
};
