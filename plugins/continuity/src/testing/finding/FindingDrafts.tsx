import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { useTranslation } from '../../translation';
import {
  emptyFinding,
  findingProblems,
  type DraftOfFinding,
} from './findingDraft';
import { FindingFields } from './FindingFields';

const useStyles = makeStyles(theme => ({
  item: {
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    padding: theme.spacing(2),
    marginBottom: theme.spacing(2),
  },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
  },
}));

/** Findings that are written down together with a result or a review. */
export const FindingDrafts = (props: {
  drafts: readonly DraftOfFinding[];
  scope: ReadonlyArray<{ entityRef: string; title: string | null }>;
  /** Whether what is missing is said. */
  checked: boolean;
  onChange: (drafts: DraftOfFinding[]) => void;
}) => {
  const { drafts, scope, checked, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const id = useId();
  return (
    <div>
      {drafts.map((draft, at) => (
        <div
          key={draft.key}
          className={classes.item}
          role="group"
          aria-label={t('finding.drafts.number', { number: at + 1 })}
        >
          <div className={classes.head}>
            <Typography component="h4" style={{ fontWeight: 600 }}>
              {t('finding.drafts.number', { number: at + 1 })}
            </Typography>
            <Button
              size="small"
              aria-label={t('finding.drafts.removeNumber', { number: at + 1 })}
              onClick={() => onChange(drafts.filter(each => each !== draft))}
            >
              {t('finding.drafts.remove')}
            </Button>
          </div>
          <FindingFields
            id={`${id}-${at}`}
            draft={draft}
            scope={scope}
            problems={checked ? findingProblems(draft) : []}
            onChange={next =>
              onChange(
                drafts.map(each => (each.key === next.key ? next : each)),
              )
            }
          />
        </div>
      ))}
      <Button
        variant="outlined"
        size="small"
        onClick={() =>
          onChange([
            ...drafts,
            emptyFinding({
              entities: scope.length === 1 ? [scope[0].entityRef] : [],
            }),
          ])
        }
      >
        {t('finding.drafts.add')}
      </Button>
    </div>
  );
};
