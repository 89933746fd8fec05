import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import type { ChangeAssessment } from 'backstage-plugin-continuity-common';
import { Moment } from '../../record/Moment';
import { usePageStyles } from '../../screen/usePageStyles';
import { useTranslation } from '../../translation';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: theme.spacing(0.5, 0), padding: 0 },
}));

const TRUNCATED = ['impacted', 'findings', 'mapped', 'unmapped'] as const;
const REDACTED = ['touched', 'impacted', 'findings', 'plans'] as const;

/** How old the data of an answer is, and what is not named in it: never a silent cut. */
export const AssessmentNotes = (props: { assessment: ChangeAssessment }) => {
  const { assessedAt, dataAge, truncated, redacted, graphRevision } =
    props.assessment;
  const classes = useStyles();
  const shared = usePageStyles();
  const { t } = useTranslation();
  const left = [
    ...TRUNCATED.filter(list => truncated[list] > 0).map(list =>
      t(`change.notes.truncated.${list}`, { count: truncated[list] }),
    ),
    ...REDACTED.filter(list => redacted[list] > 0).map(list =>
      t(`change.notes.redacted.${list}`, { count: redacted[list] }),
    ),
  ];
  return (
    <>
      <div className={shared.small}>
        {t('change.notes.asOf', { when: <Moment at={assessedAt} /> })}
        {dataAge.catalogReadAt && (
          <>
            {' · '}
            {t('change.notes.catalogRead', {
              when: <Moment at={dataAge.catalogReadAt} />,
            })}
          </>
        )}
        {' · '}
        {t('change.notes.graph', { revision: String(graphRevision) })}
      </div>
      {dataAge.problem && (
        <Alert severity="warning" role="status">
          {t('change.notes.catalogProblem', { problem: dataAge.problem })}
        </Alert>
      )}
      {left.length > 0 && (
        <ul className={classes.list}>
          {left.map(text => (
            <li key={text} className={shared.small}>
              {text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
