import { testDepths, type MineItem } from 'backstage-plugin-continuity-common';
import { useContinuityTabLink } from '../coverage/useContinuityTabLink';
import { changeAddress } from '../plan/changeAddress';
import { newPlanAddress, planAddress } from '../plan/planAddress';
import { findingAddress } from '../testing/finding/findingAddress';
import {
  findingsAddress,
  newTestAddress,
  testAddress,
} from '../testing/testAddress';
import { usePageAddresses } from './usePageAddresses';

/** Where the step of an item is taken; undefined in an app without that page. */
export function useStepAddress() {
  const { plans, tests, changes, exemptions } = usePageAddresses();
  const tabOf = useContinuityTabLink();

  return (item: MineItem): string | undefined => {
    const { step, id, entity, kind } = item;
    const tab = entity ? tabOf(entity.entityRef) : undefined;
    switch (step) {
      case 'approve-plan':
      case 'answer-plan-request':
      case 'read-plan':
      case 'confirm-plan':
      case 'open-plan':
      case 'adopt-plan':
        return plans && planAddress(plans, id!, { version: item.version });
      case 'revise-plan':
        return plans && `${planAddress(plans, id!)}?edit=1`;
      case 'write-plan':
        return plans && newPlanAddress(plans, entity?.entityRef);
      case 'hold-test':
      case 'record-test':
      case 'review-test':
      case 'open-test':
        return tests && testAddress(tests, id!);
      case 'plan-test':
        return (
          tests &&
          newTestAddress(tests, {
            entities: entity ? [entity.entityRef] : [],
            depth: depthOf(item),
          })
        );
      case 'work-on-finding':
      case 'verify-finding':
      case 'open-finding':
        return tests && findingAddress(findingsAddress(tests), id!);
      case 'approve-change':
      case 'review-change':
      case 'open-change':
        return changes && changeAddress(changes, id!);
      case 'decide-exemption':
      case 'renew-exemption':
      case 'open-exemption':
        return exemptions && `${exemptions}/${encodeURIComponent(id!)}`;
      case 'set-value':
      case 'record-agreement':
      case 'analyse-impact':
      case 'assess-risk':
        return (
          tab && `${tab}?settle=${encodeURIComponent(item.gap!.requirement)}`
        );
      case 'finish-analysis':
        return tab && `${tab}?settle=${kind}`;
      default:
        // the second person decides where it is shown
        return tab;
    }
  };
}

function depthOf({ depth, gap }: MineItem) {
  return depth ?? testDepths.find(each => gap?.requirement === `test:${each}`);
}
