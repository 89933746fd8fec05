import type { Scenario, TestDetail } from 'backstage-plugin-continuity-common';
import { usePartyName } from '../../profile/usePartyName';
import { PrintedPaper } from '../../record/PrintedPaper';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { zonedMoment, zonedSpan } from '../../screen/zonedTime';
import { shownStateOf } from '../shownStateOf';
import { ReportDocument } from './ReportDocument';

/** A test on paper: the invitation before it is held, the report afterwards. */
export const TestPaper = (props: {
  test: TestDetail;
  zone: string;
  scenario: Scenario | undefined;
}) => {
  const { test, zone, scenario } = props;
  const locale = useLocale();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const facts = (printedAt: string): Array<[string, string]> => [
    [t('testRun.fact.state'), t(`testing.state.${shownStateOf(test)}`)],
    [t('testRun.fact.depth'), t(`policy.depth.${test.depth}`)],
    [
      test.heldAt ? t('testRun.fact.held') : t('testRun.fact.when'),
      test.heldAt && test.heldPrecision === 'instant'
        ? zonedMoment(test.heldAt, { zone, locale })
        : zonedSpan(test, { zone: test.allDay ? test.timeZone : zone, locale }),
    ],
    [
      t('testRun.fact.environment'),
      t(`testing.environment.${test.environment}`),
    ],
    ...(test.facilitator
      ? ([
          [
            t('testRun.fact.facilitator'),
            test.facilitator.title ?? partyName(test.facilitator.ref),
          ],
        ] as Array<[string, string]>)
      : []),
    ...(test.outcome
      ? ([
          [t('testRun.fact.outcome'), t(`testing.outcome.${test.outcome}`)],
        ] as Array<[string, string]>)
      : []),
    ...(test.review
      ? ([
          [
            t('testRun.fact.reviewer'),
            `${partyName(test.review.by)}, ${zonedMoment(test.review.at, {
              zone,
              locale,
            })}`,
          ],
        ] as Array<[string, string]>)
      : []),
    [t('testRun.fact.printed'), zonedMoment(printedAt, { zone, locale })],
  ];
  return (
    <PrintedPaper
      title={test.title}
      facts={facts}
      foot={t('testRun.paper.foot', {
        id: test.id,
        revision: String(test.revision),
        zone,
      })}
    >
      <ReportDocument test={test} zone={zone} scenario={scenario} />
    </PrintedPaper>
  );
};
