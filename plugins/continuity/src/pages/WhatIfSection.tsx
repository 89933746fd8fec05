import { useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import FormatListNumberedIcon from '@material-ui/icons/FormatListNumbered';
import LinkIcon from '@material-ui/icons/Link';
import { Progress } from '@backstage/core-components';
import { continuityReadPermission } from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../catalog/EntityName';
import { errorMessage } from '../screen/errorMessage';
import { DependencyProblem } from '../dependency/DependencyProblem';
import { RunSheetDialog } from '../dependency/loss/RunSheetDialog';
import { WhatIfResult } from '../dependency/loss/WhatIfResult';
import {
  readLossParams,
  whatIfAddress,
  type LossQuestion,
} from '../dependency/loss/whatIfAddress';
import { LoadError } from '../screen/LoadError';
import { useTranslation } from '../translation';
import { LossComposer } from './LossComposer';
import { useWhatIf } from './useWhatIf';

const NAMED = 3;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
    '& > *': { height: 'auto' },
  },
}));

/** What if we lose …: the question in the address, and its answer. */
export const WhatIfSection = () => {
  const classes = useStyles();
  const { t } = useTranslation();
  const location = useLocation();
  const navigate = useNavigate();
  const question = useMemo(
    () => readLossParams(new URLSearchParams(location.search)),
    [location.search],
  );
  const { answer, error, loading, loadingMore, reload, loadMore } =
    useWhatIf(question);
  const [sheet, setSheet] = useState(false);
  const [copied, setCopied] = useState(false);
  const ask = (next: LossQuestion) => {
    setCopied(false);
    const address = whatIfAddress(location.pathname, next);
    if (address === `${location.pathname}${location.search}`) reload();
    else navigate(address);
  };
  const names = useNames(question, answer?.titles);

  return (
    <div className={classes.root}>
      {/* Another address is another question: what was typed for the last one goes. */}
      <LossComposer key={location.search} question={question} onAsk={ask} />
      {error && <Refusal error={error} onRetry={reload} />}
      {loading && (
        <div role="status" aria-label={t('dependency.loss.asking')}>
          <Progress />
        </div>
      )}
      {answer && (
        <WhatIfResult
          answer={answer}
          loadingMore={loadingMore}
          onMore={loadMore}
          actions={
            <>
              <Button
                variant="contained"
                color="primary"
                startIcon={<FormatListNumberedIcon />}
                onClick={() => setSheet(true)}
              >
                {t('dependency.loss.sheet.open')}
              </Button>
              <Button
                variant="outlined"
                startIcon={<LinkIcon />}
                onClick={async () => {
                  await window.navigator.clipboard?.writeText(
                    window.location.href,
                  );
                  setCopied(true);
                }}
              >
                {copied
                  ? t('dependency.loss.shared')
                  : t('dependency.loss.share')}
              </Button>
            </>
          }
        />
      )}
      {sheet && (
        <RunSheetDialog
          request={{ mode: 'loss', ...question }}
          names={names}
          onClose={() => setSheet(false)}
        />
      )}
    </div>
  );
};

function useNames(
  question: LossQuestion,
  titles: Record<string, string> = {},
): string {
  const { t } = useTranslation();
  const { entities = [], filter } = question;
  const all = [
    ...entities.map(ref => titles[ref] ?? nameOfRef(ref, 'component')),
    ...(filter ? [t('dependency.loss.sheet.filtered')] : []),
  ];
  const names = all.slice(0, NAMED).join(', ');
  return all.length > NAMED
    ? t('dependency.loss.sheet.andMore', {
        names,
        count: String(all.length - NAMED),
      })
    : names;
}

function Refusal(props: { error: Error; onRetry: () => void }) {
  const { error, onRetry } = props;
  const { t } = useTranslation();
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === 503) {
    return <DependencyProblem error={error} onRetry={onRetry} />;
  }
  return (
    <LoadError
      error={statusCode === 400 ? new Error(errorMessage(error)) : error}
      title={t('dependency.loss.failed')}
      refused={{
        title: t('dependency.overview.noAccess.title'),
        text: t('dependency.overview.noAccess.text', {
          permission: continuityReadPermission.name,
        }),
      }}
      onRetry={onRetry}
    />
  );
}
