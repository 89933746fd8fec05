import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import CheckIcon from '@material-ui/icons/Check';
import type { Scenario, TestDetail } from 'backstage-plugin-continuity-common';
import { useTranslation } from '../../translation';
import { ScenarioSection, TestSection } from '../page/TestSections';
import type { LiveRun } from './useTestRun';
import { usePageStyles } from '../../screen/usePageStyles';

/** The scenario while it is played: what to ask, and what to throw in at which minute. */
export const RunScenario = (props: {
  test: TestDetail;
  scenario: Scenario | undefined;
  live: LiveRun;
  mayRun: boolean;
}) => {
  const { test, scenario, live, mayRun } = props;
  const classes = usePageStyles();
  const { t } = useTranslation();
  const { id, description } = test.contents.scenario;
  if (id === null && !description) return null;
  const given = new Set(
    live.view.events
      .filter(({ kind }) => kind === 'inject')
      .map(({ text }) => text),
  );
  return (
    <EntityInfoCard>
      <ScenarioSection test={test} scenario={scenario} />
      {scenario && scenario.injects.length > 0 && (
        <TestSection title={t('testRun.scenario.injects')}>
          <ul className={classes.plainList}>
            {scenario.injects.map(({ atMinute, text }) => (
              <li key={text} className={classes.divided}>
                <div className={classes.row}>
                  <strong>
                    {t('testRun.scenario.minute', { minute: atMinute })}
                  </strong>
                  <span style={{ flex: 1 }}>{text}</span>
                  {given.has(text) ? (
                    <span className={classes.row}>
                      <CheckIcon fontSize="small" aria-hidden />
                      {t('testRun.scenario.given')}
                    </span>
                  ) : (
                    mayRun && (
                      <Button
                        size="small"
                        variant="outlined"
                        aria-label={t('testRun.scenario.giveName', { text })}
                        onClick={() =>
                          live.press({
                            kind: 'event',
                            event: { kind: 'inject', text },
                          })
                        }
                      >
                        {t('testRun.scenario.give')}
                      </Button>
                    )
                  )}
                </div>
              </li>
            ))}
          </ul>
        </TestSection>
      )}
    </EntityInfoCard>
  );
};
