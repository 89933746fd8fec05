import { useState, type ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { WhatIfAnswer } from 'backstage-plugin-continuity-common';
import { useFormats } from '../../screen/useFormats';
import { useTranslation } from '../../translation';
import { CallList } from './CallList';
import { GraphState } from '../GraphState';
import { LossFacts } from './LossFacts';
import { LossGantt } from './LossGantt';
import { lossSentence } from './lossSentence';
import { LossTable } from './LossTable';
import { NamedEntities } from './NamedEntities';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
    '& > *, & $columns > *, & $side > *': { height: 'auto', minWidth: 0 },
  },
  sentence: { fontSize: '1.25rem', lineHeight: 1.4, fontWeight: 600 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(2),
  },
  notes: {
    margin: theme.spacing(1, 0, 0),
    color: theme.palette.text.secondary,
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    gap: theme.spacing(3),
    alignItems: 'start',
    [theme.breakpoints.down('md')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  side: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
    minWidth: 0,
  },
}));

/** A table that is longer is opened by whoever wants to read it. */
const SHORT_TABLE = 40;

/** What happens after a loss: first the sentence, then the order against the targets, then everything by name. */
export const WhatIfResult = (props: {
  answer: WhatIfAnswer;
  loadingMore?: boolean;
  onMore: () => void;
  /** Buttons beside the sentence. */
  actions?: ReactNode;
}) => {
  const { answer, loadingMore, onMore, actions } = props;
  const { summary, items, totalItems } = answer;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const [asTable, setAsTable] = useState(
    summary.lost + summary.affected <= SHORT_TABLE,
  );
  const hit = items.filter(({ effect }) => effect !== 'degraded');
  const degraded = items.filter(({ effect }) => effect === 'degraded');
  const uncovered = hit.filter(({ plan, tier }) => !plan && tier);
  const left = totalItems - items.length;
  const empty = summary.lost + summary.affected + summary.degraded === 0;

  return (
    <div className={classes.root}>
      <EntityInfoCard>
        <Typography
          component="p"
          className={classes.sentence}
          role="status"
          data-testid="loss-sentence"
        >
          {empty
            ? t('dependency.loss.nothing')
            : lossSentence(t, answer, number)}
        </Typography>
        {answer.unknown.length > 0 && (
          <p role="alert">
            {t('dependency.loss.unknown', { refs: answer.unknown.join(', ') })}
          </p>
        )}
        {answer.redacted > 0 && (
          <p className={classes.notes}>
            {t('dependency.loss.redacted', {
              count: answer.redacted,
              shown: number(answer.redacted),
            })}
          </p>
        )}
        {!empty && <LossFacts answer={answer} />}
        <div className={classes.actions}>{actions}</div>
        <GraphState data={answer} />
      </EntityInfoCard>
      {!empty && (
        <div className={classes.columns}>
          <div className={classes.side}>
            <EntityInfoCard title={t('dependency.loss.gantt.title')}>
              <LossGantt answer={answer} />
              {left > 0 && (
                <p className={classes.notes}>
                  {t('dependency.loss.partial', {
                    shown: number(items.length),
                    total: number(totalItems),
                  })}
                </p>
              )}
              <div className={classes.actions}>
                <Button
                  size="small"
                  aria-expanded={asTable}
                  onClick={() => setAsTable(!asTable)}
                >
                  {t('dependency.loss.gantt.asTable')}
                </Button>
                {left > 0 && (
                  <Button size="small" disabled={loadingMore} onClick={onMore}>
                    {loadingMore
                      ? t('dependency.list.loadingMore')
                      : t('dependency.loss.morePages', { left: number(left) })}
                  </Button>
                )}
              </div>
              {asTable && hit.length > 0 && (
                <LossTable
                  items={hit}
                  titles={answer.titles}
                  label={t('dependency.loss.gantt.title')}
                />
              )}
            </EntityInfoCard>
          </div>
          <div className={classes.side}>
            <CallList call={answer.call} titles={answer.titles} />
            {summary.degraded > 0 && (
              <NamedEntities
                title={t('dependency.loss.degradedTitle', {
                  count: summary.degraded,
                  shown: number(summary.degraded),
                })}
                items={degraded}
                titles={answer.titles}
                partial={left > 0}
              />
            )}
            {uncovered.length > 0 && (
              <NamedEntities
                title={t('dependency.loss.uncoveredTitle', {
                  count: uncovered.length,
                  shown: number(uncovered.length),
                })}
                items={uncovered}
                titles={answer.titles}
                partial={left > 0}
              />
            )}
          </div>
        </div>
      )}
    </div>
  );
};
