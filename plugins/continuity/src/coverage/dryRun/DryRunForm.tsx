import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import {
  mostPolicyText,
  writePolicyText,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import { useRef, useState, type ChangeEvent, type FormEvent } from 'react';
import { useTranslation } from '../../translation';
import type { DryRunRefusal } from './useDryRun';

const useStyles = makeStyles(theme => ({
  text: {
    fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
    fontSize: theme.typography.body2.fontSize,
    lineHeight: 1.5,
  },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    margin: theme.spacing(1.5, 0, 0),
  },
  grow: { flex: 1 },
  alert: { marginTop: theme.spacing(2) },
  list: {
    margin: 0,
    paddingLeft: theme.spacing(2.5),
    overflowWrap: 'anywhere',
    '& code': { fontWeight: 600 },
  },
}));

function readText(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsText(file);
  });
}

/** Where a changed policy is written, pasted or uploaded. */
export const DryRunForm = (props: {
  /** The one in force, to begin with. */
  policy: ContinuityPolicy;
  sending: boolean;
  refusal: DryRunRefusal | undefined;
  onTry: (text: string) => void;
}) => {
  const { policy, sending, refusal, onTry } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => writePolicyText(policy));
  const [unread, setUnread] = useState<string>();

  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0];
    // the same file can be chosen again after it was changed
    event.target.value = '';
    if (!chosen) return;
    if (chosen.size > mostPolicyText) {
      setUnread(t('dryRun.tooLarge'));
      return;
    }
    try {
      setText(await readText(chosen));
      setUnread(undefined);
    } catch (error) {
      setUnread(t('dryRun.unreadable', { message: (error as Error).message }));
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTry(text);
  };
  const issues = refusal?.issues ?? [];

  return (
    <EntityInfoCard title={t('dryRun.text')}>
      <form onSubmit={submit} noValidate>
        <TextField
          multiline
          fullWidth
          minRows={12}
          maxRows={24}
          variant="outlined"
          value={text}
          onChange={event => setText(event.target.value)}
          error={issues.length > 0}
          helperText={t('dryRun.defaults')}
          // a hint, whatever is wrong with the text
          FormHelperTextProps={{ error: false }}
          InputProps={{ classes: { input: classes.text } }}
          inputProps={{
            'aria-label': t('dryRun.text'),
            spellCheck: false,
            maxLength: mostPolicyText,
          }}
        />
        <div className={classes.buttons}>
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={sending || text.trim() === ''}
          >
            {t(sending ? 'dryRun.submitting' : 'dryRun.submit')}
          </Button>
          <span className={classes.grow} />
          <Button size="small" onClick={() => file.current?.click()}>
            {t('dryRun.upload')}
          </Button>
          <input
            ref={file}
            type="file"
            accept=".yaml,.yml,.json,text/yaml,application/json"
            hidden
            aria-label={t('dryRun.upload')}
            onChange={take}
          />
          <Button size="small" onClick={() => setText(writePolicyText(policy))}>
            {t('dryRun.reset')}
          </Button>
        </div>
      </form>
      {sending && <LinearProgress aria-label={t('dryRun.submitting')} />}
      {unread && (
        <Alert severity="error" className={classes.alert}>
          {unread}
        </Alert>
      )}
      {refusal && (
        <Alert severity="error" role="alert" className={classes.alert}>
          {issues.length === 0 ? (
            t('dryRun.startFailed', { message: refusal.message })
          ) : (
            <>
              <AlertTitle>
                {t('dryRun.problems', { count: issues.length })}
              </AlertTitle>
              <ul className={classes.list}>
                {issues.map(({ field, message }) => (
                  <li key={`${field} ${message}`}>
                    <code>{field}</code>: {message}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Alert>
      )}
    </EntityInfoCard>
  );
};
