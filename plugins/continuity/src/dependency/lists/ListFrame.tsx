import type { ReactNode } from 'react';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import { Progress } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  continuityReadPermission,
  type ConcentrationList,
} from 'backstage-plugin-continuity-common';
import { LoadError } from '../../screen/LoadError';
import { Notice } from '../../screen/Notice';
import { useFormats } from '../../screen/useFormats';
import { Pager, type Paging } from '../../list/Pager';
import { useTranslation } from '../../translation';
import { DependencyProblem } from '../DependencyProblem';
import { GraphState } from '../GraphState';

const useStyles = makeStyles(theme => ({
  numbers: { margin: theme.spacing(0, 0, 1) },
  stale: { opacity: 0.6 },
  loading: { marginBottom: theme.spacing(1) },
}));

export interface LoadedList<T> {
  value?: T;
  error?: Error;
  loading: boolean;
  retry: () => void;
}

type AnyList = Pick<
  ConcentrationList,
  'totalItems' | 'redacted' | 'pageInfo' | 'graph' | 'dataAge'
> & { items: readonly unknown[] };

/** What all lists of the page have around them: loading, refusal, failure, emptiness, numbers, paging, and how old it all is. */
export function ListFrame<T extends AnyList>(props: {
  list: LoadedList<T>;
  paging: Paging;
  filtered: boolean;
  onClear: () => void;
  /** "12 targets that don't fit" */
  numbers: (total: number) => string;
  empty: { title: string; text: string };
  children: (list: T) => ReactNode;
}) {
  const { list, paging, filtered, onClear, numbers, empty, children } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const { value, error, loading, retry } = list;
  if (error) {
    const { statusCode } = error as { statusCode?: number };
    if (statusCode === 503) {
      return (
        <EntityInfoCard>
          <DependencyProblem error={error} onRetry={retry} />
        </EntityInfoCard>
      );
    }
    return (
      <LoadError
        error={error}
        title={t('dependency.overview.loadFailed')}
        refused={{
          title: t('dependency.overview.noAccess.title'),
          text: t('dependency.overview.noAccess.text', {
            permission: continuityReadPermission.name,
          }),
        }}
        onRetry={retry}
      />
    );
  }
  if (!value) return <Progress />;
  const clear = (
    <Button size="small" variant="outlined" color="primary" onClick={onClear}>
      {t('dependency.overview.filtered')}
    </Button>
  );
  return (
    <>
      <Typography
        variant="body2"
        className={classes.numbers}
        aria-live="polite"
      >
        {numbers(value.totalItems)}
        {value.redacted > 0 &&
          ` · ${t('dependency.overview.redacted', {
            count: value.redacted,
            shown: number(value.redacted),
          })}`}
      </Typography>
      {value.items.length === 0 ? (
        <Notice
          title={
            filtered
              ? t('dependency.overview.empty.filteredTitle')
              : empty.title
          }
          text={
            filtered ? t('dependency.overview.empty.filteredText') : empty.text
          }
          action={filtered ? clear : undefined}
        />
      ) : (
        <EntityInfoCard>
          {loading && <LinearProgress className={classes.loading} />}
          <div className={loading ? classes.stale : undefined}>
            {children(value)}
          </div>
          {(paging.pagesBefore !== 0 || value.pageInfo.nextCursor) && (
            <Pager list={value} paging={paging} />
          )}
        </EntityInfoCard>
      )}
      <GraphState data={value} />
    </>
  );
}
