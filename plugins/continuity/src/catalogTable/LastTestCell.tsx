import type { Entity } from '@backstage/catalog-model';
import { useTranslation } from '../translation';
import { LAST_TEST_LABEL } from './continuityLabels';
import { labelOf } from './labelOf';

const KEYS = {
  passed: 'passed',
  'passed-with-deficiencies': 'passedWithDeficiencies',
  failed: 'failed',
  inconclusive: 'inconclusive',
} as const;

/** How the last test of an entity ended, by its label. */
export const LastTestCell = (props: { entity: Entity }) => {
  const { t } = useTranslation();
  const outcome = labelOf(props.entity, LAST_TEST_LABEL);
  const key = KEYS[outcome as keyof typeof KEYS];
  return <>{key ? t(`catalogTable.lastTest.${key}`) : outcome}</>;
};
