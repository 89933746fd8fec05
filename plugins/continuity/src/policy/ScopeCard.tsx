import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import { useTranslation } from '../translation';
import { CodeBlock } from '../screen/CodeBlock';
import { scopeWords, type ScopeWords } from './scopeWords';

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(3) },
  item: { margin: theme.spacing(0.5, 0) },
  details: { marginTop: theme.spacing(1) },
  summary: { cursor: 'pointer' },
}));

const Words = (props: { words: ScopeWords }) => {
  const { words } = props;
  const classes = useStyles();
  if (words.kind === 'sentence') return <>{words.text}</>;
  return (
    <>
      {words.title}:
      <ul className={classes.list}>
        {words.items.map((item, index) => (
          <li key={index} className={classes.item}>
            <Words words={item} />
          </li>
        ))}
      </ul>
    </>
  );
};

/** Which entities count, in words and as the predicate that decides it. */
export const ScopeCard = (props: { scope: ContinuityPolicy['scope'] }) => {
  const classes = useStyles();
  const { t } = useTranslation();
  const words = scopeWords(t, props.scope);
  return (
    <EntityInfoCard title={t('policy.scope.title')}>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {words ? t('policy.scope.text') : t('policy.scope.everything')}
      </Typography>
      <Typography variant="body2" component="div">
        {words && <Words words={words} />}
      </Typography>
      <details className={classes.details}>
        <summary className={classes.summary}>
          <Typography variant="body2" component="span">
            {t('policy.scope.predicate')}
          </Typography>
        </summary>
        <CodeBlock
          label={t('policy.scope.predicate')}
          text={JSON.stringify(props.scope, null, 2)}
        />
      </details>
    </EntityInfoCard>
  );
};
