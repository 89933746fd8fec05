import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { makeStyles } from '@material-ui/core/styles';
import type {
  PlanContents,
  PlanKind,
  PlanShortcoming,
} from 'backstage-plugin-continuity-common';
import { useTranslation } from '../translation';
import { planShortcomingText } from './planShortcomingText';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  link: { color: 'inherit', textDecoration: 'underline' },
}));

/** What is missing before the draft can be submitted; each leads to its section. */
export const PlanShortcomings = (props: {
  kind: PlanKind;
  shortcomings: readonly PlanShortcoming[];
  contents: PlanContents;
  /** Brings the reader to a section; without it, links do. */
  onGo?: (content: PlanShortcoming['content']) => void;
}) => {
  const { kind, shortcomings, contents, onGo } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  if (shortcomings.length === 0) {
    return (
      <Alert severity="success" role="status">
        {t('plan.complete')}
      </Alert>
    );
  }
  return (
    <Alert severity="info" role="status" icon={false}>
      <AlertTitle>
        {t('plan.incomplete', { count: shortcomings.length })}
      </AlertTitle>
      <ul className={classes.list}>
        {shortcomings.map(shortcoming => {
          const { content, message } = shortcoming;
          return (
            <li key={`${content}|${message}`}>
              <a
                className={classes.link}
                href={`#plan-${content}`}
                onClick={event => {
                  event.preventDefault();
                  if (onGo) onGo(content);
                  else {
                    document
                      .getElementById(`plan-${content}`)
                      ?.scrollIntoView?.({ block: 'start' });
                  }
                }}
              >
                {content === 'changeReference'
                  ? t('plan.changeReference')
                  : t(`plan.section.${content}`)}
              </a>
              {': '}
              {planShortcomingText(t, shortcoming, contents, kind)}
            </li>
          );
        })}
      </ul>
    </Alert>
  );
};
