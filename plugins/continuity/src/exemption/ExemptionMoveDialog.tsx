import { useApi } from '@backstage/core-plugin-api';
import type {
  ExemptionDetail,
  ExemptionSummary,
} from 'backstage-plugin-continuity-common';
import { continuityApiRef } from '../api';
import { DecisionDialog } from '../screen/DecisionDialog';
import { nameOfRef } from '../catalog/EntityName';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';
import { exemptedName } from './exemptedName';
import { exemptionPeriodText } from './exemptionPeriodText';
import { sayRefusal } from './sayRefusal';

/** What can be done with an exemption that is there. */
export type ExemptionMove = 'approve' | 'refuse' | 'withdraw' | 'end';

/** Asks for what belongs to a step of an exemption, and takes it. */
export const ExemptionMoveDialog = (props: {
  exemption: ExemptionSummary;
  move: ExemptionMove;
  timeZone: string | undefined;
  onDone: (exemption: ExemptionDetail) => void;
  onClose: () => void;
}) => {
  const { exemption, move, timeZone, onDone, onClose } = props;
  const api = useApi(continuityApiRef).exemptions;
  const { t } = useTranslation();
  const locale = useLocale();
  const { id, entityRef, entityTitle, requirement } = exemption;
  return (
    <DecisionDialog
      title={t(`exemption.move.${move}.title`)}
      text={t(`exemption.move.${move}.text`, {
        name: entityTitle ?? nameOfRef(entityRef),
        requirement: exemptedName(t, requirement),
        period: exemptionPeriodText(t, exemption, { locale, timeZone }),
      })}
      decide={t(`exemption.action.${move}`)}
      reason={move === 'refuse' || move === 'end' ? 'needed' : 'optional'}
      onDecide={async reason =>
        onDone(await sayRefusal(api[move](id, reason), t, { locale }))
      }
      onClose={onClose}
    />
  );
};
