import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Scenario } from 'backstage-plugin-continuity-common';
import useAsync from 'react-use/esm/useAsync';
import { continuityApiRef } from '../../api';
import { errorMessage } from '../../screen/errorMessage';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { withAimsOf, withScenario, type TestDraft } from './testDraft';

const useStyles = makeStyles(theme => ({
  preview: {
    margin: theme.spacing(1, 0),
    padding: theme.spacing(1, 1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    '& ul, & ol': { margin: 0, paddingLeft: theme.spacing(2.5) },
  },
  heading: { fontWeight: 600 },
}));

const OWN = '';

/** What is assumed to have happened: of the library, with a look at its prompts and injects, or in one's own words. */
export const ScenarioField = (props: {
  id: string;
  draft: TestDraft;
  onChange: (draft: TestDraft) => void;
}) => {
  const { id, draft, onChange } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const language = useLocale();
  const library = useAsync(
    () => api.tests.scenarios({ language }),
    [api, language],
  );
  const all = library.value?.items ?? [];
  const chosen = all.find(each => each.id === draft.scenarioId);
  // what suits the depth comes first
  const offered = [
    ...all.filter(({ depths }) => depths.includes(draft.depth)),
    ...all.filter(({ depths }) => !depths.includes(draft.depth)),
  ];
  return (
    <>
      <TextField
        id={`${id}-scenario`}
        select
        fullWidth
        label={t('testing.form.scenario')}
        value={chosen?.id ?? OWN}
        onChange={event =>
          onChange(
            withScenario(
              draft,
              all.find(each => each.id === event.target.value),
              chosen,
            ),
          )
        }
        SelectProps={{ displayEmpty: true }}
        InputLabelProps={{ shrink: true }}
        error={Boolean(library.error)}
        helperText={
          library.error &&
          t('testing.failed', { message: errorMessage(library.error) })
        }
        variant="outlined"
        size="small"
        margin="dense"
      >
        <MenuItem value={OWN}>{t('testing.form.scenarioOwn')}</MenuItem>
        {offered.map(each => (
          <MenuItem key={each.id} value={each.id}>
            {each.title}
            {!each.depths.includes(draft.depth) &&
              ` (${t('testing.form.scenarioOther')})`}
          </MenuItem>
        ))}
      </TextField>
      {chosen && (
        <ScenarioPreview
          scenario={chosen}
          onTake={() => onChange(withAimsOf(draft, chosen))}
        />
      )}
      <TextField
        id={`${id}-scenario-text`}
        fullWidth
        multiline
        minRows={2}
        label={t('testing.form.scenarioText')}
        value={draft.scenario}
        onChange={event => onChange({ ...draft, scenario: event.target.value })}
        variant="outlined"
        size="small"
        margin="dense"
      />
    </>
  );
};

function ScenarioPreview(props: { scenario: Scenario; onTake: () => void }) {
  const { scenario, onTake } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { situation, prompts, injects, aims, successCriteria } = scenario;
  return (
    <div
      className={classes.preview}
      role="group"
      aria-label={t('testing.form.scenarioPreview', { title: scenario.title })}
    >
      <Typography variant="body2" gutterBottom>
        {situation}
      </Typography>
      {prompts.length > 0 && (
        <Typography variant="body2" component="div">
          <span className={classes.heading}>{t('testing.form.prompts')}</span>
          <ol>
            {prompts.map(prompt => (
              <li key={prompt}>{prompt}</li>
            ))}
          </ol>
        </Typography>
      )}
      {injects.length > 0 && (
        <Typography variant="body2" component="div">
          <span className={classes.heading}>{t('testing.form.injects')}</span>
          <ul>
            {injects.map(({ atMinute, text }) => (
              <li key={`${atMinute} ${text}`}>
                {t('testing.form.injectAt', { minutes: atMinute, text })}
              </li>
            ))}
          </ul>
        </Typography>
      )}
      {aims.length + successCriteria.length > 0 && (
        <Button size="small" color="primary" onClick={onTake}>
          {t('testing.form.takeAims')}
        </Button>
      )}
    </div>
  );
}
