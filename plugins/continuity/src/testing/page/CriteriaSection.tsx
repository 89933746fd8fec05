import CheckIcon from '@material-ui/icons/Check';
import CloseIcon from '@material-ui/icons/Close';
import RemoveIcon from '@material-ui/icons/Remove';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { TestDetail } from 'backstage-plugin-continuity-common';
import { useTranslation } from '../../translation';
import { TestSection } from './TestSections';
import { usePageStyles } from '../../screen/usePageStyles';

const useStyles = makeStyles(theme => ({
  item: {
    display: 'flex',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 0),
  },
  sign: { flex: 'none' },
}));

const SIGNS = { yes: CheckIcon, no: CloseIcon, open: RemoveIcon } as const;

/** What must be so for the test to have succeeded; once it was held with the answers. */
export const CriteriaSection = ({ test }: { test: TestDetail }) => {
  const classes = useStyles();
  const styles = usePageStyles();
  const { t } = useTranslation();
  const { successCriteria } = test.contents;
  const answered = test.state === 'completed';
  const answerOf = (id: string) => {
    const answer = test.criteria.find(each => each.id === id);
    const met = answer?.met ?? null;
    const word = met === null ? 'open' : (met && 'yes') || 'no';
    return { word, note: answer?.note ?? '' } as const;
  };
  return (
    <TestSection title={t('testRun.section.criteria')}>
      {successCriteria.length === 0 && (
        <Typography className={styles.quiet}>
          {t('testRun.noCriteria')}
        </Typography>
      )}
      {successCriteria.length > 0 && !answered && (
        <ul className={styles.list}>
          {successCriteria.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
      {answered && (
        <ul className={styles.plainList}>
          {successCriteria.map(({ id, text }) => {
            const { word, note } = answerOf(id);
            const Sign = SIGNS[word];
            return (
              <li key={id} className={classes.item}>
                <Sign fontSize="small" aria-hidden className={classes.sign} />
                <span>
                  {text}: <strong>{t(`testRun.criterion.${word}`)}</strong>
                  {note && <span className={styles.small}> {note}</span>}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </TestSection>
  );
};
