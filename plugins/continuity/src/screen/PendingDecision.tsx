import { useState, type ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { DecisionDialog } from './DecisionDialog';

export type Decision = 'confirm' | 'decline';

/** What holds only once somebody else has confirmed it, and the decision for whoever may take it. */
export const PendingDecision = (props: {
  title: string;
  mayDecide: boolean;
  /** What confirming and declining are called, and what they mean. */
  words: Record<Decision, { decide: string; title: string; text: string }>;
  decide: (
    decision: Decision,
    said: { reason?: string },
  ) => Promise<EntityContinuity>;
  onChanged: (continuity: EntityContinuity) => void;
  /** What waits. */
  children: ReactNode;
}) => {
  const { title, mayDecide, words, decide, onChanged, children } = props;
  const [asking, setAsking] = useState<Decision>();
  return (
    <Alert severity="info" role="status" style={{ marginBottom: 16 }}>
      <AlertTitle>{title}</AlertTitle>
      {children}
      {mayDecide && (
        <div>
          <Button
            size="small"
            color="primary"
            onClick={() => setAsking('confirm')}
          >
            {words.confirm.decide}
          </Button>
          <Button size="small" onClick={() => setAsking('decline')}>
            {words.decline.decide}
          </Button>
        </div>
      )}
      {asking && (
        <DecisionDialog
          {...words[asking]}
          reason={asking === 'confirm' ? 'optional' : 'needed'}
          onClose={() => setAsking(undefined)}
          onDecide={async reason => {
            const newer = await decide(asking, reason ? { reason } : {});
            setAsking(undefined);
            onChanged(newer);
          }}
        />
      )}
    </Alert>
  );
};
