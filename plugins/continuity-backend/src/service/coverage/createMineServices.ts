import { CoverageGroupQueries } from '../../coverage/CoverageGroupQueries';
import { CoverageQueries } from '../../coverage/CoverageQueries';
import { MineGapReader } from './MineGapReader';
import { MineSecondReader } from './MineSecondReader';
import { MineService } from './MineService';

type GapOptions = Parameters<typeof MineGapReader.create>[0];
type SecondOptions = Parameters<typeof MineSecondReader.create>[0];
type Options = Parameters<typeof MineService.create>[0];

/** Makes what answers the call behind "My continuity", from the lists of all rooms. */
export function createMineServices(
  options: Omit<Options, 'mineGaps' | 'mineSecond'> &
    SecondOptions &
    Omit<GapOptions, 'coverageQueries' | 'coverageGroups'>,
) {
  const mineGaps = MineGapReader.create({
    ...options,
    coverageQueries: CoverageQueries.create(options),
    coverageGroups: CoverageGroupQueries.create(options),
  });
  const mineSecond = MineSecondReader.create(options);
  return { mine: MineService.create({ ...options, mineGaps, mineSecond }) };
}
