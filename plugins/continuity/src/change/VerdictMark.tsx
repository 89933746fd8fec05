import type {
  ChangeVerdict,
  ContinuityStatus,
} from 'backstage-plugin-continuity-common';
import { Explained } from '../record/Explained';
import { useTranslation } from '../translation';
import { ShapedWord } from './ShapedWord';

const SHAPES: Record<ChangeVerdict, ContinuityStatus> = {
  pass: 'met',
  warn: 'at-risk',
  block: 'exposed',
};

/** The verdict over a change: a shape and the word, with what it means. */
export const VerdictMark = (props: {
  verdict: ChangeVerdict;
  large?: boolean;
}) => {
  const { verdict, large } = props;
  const { t } = useTranslation();
  return (
    <Explained as="caption" explanation={t(`change.verdictMeaning.${verdict}`)}>
      <ShapedWord
        status={SHAPES[verdict]}
        word={t(`change.verdict.${verdict}`)}
        large={large}
      />
    </Explained>
  );
};
