import { CoverageQueries } from '../../coverage/CoverageQueries';
import { MineGapReader } from './MineGapReader';
import { MineService } from './MineService';

type GapOptions = Parameters<typeof MineGapReader.create>[0];
type Options = Parameters<typeof MineService.create>[0];

/** Makes what answers the call behind "My continuity", from the lists of all rooms. */
export function createMineServices(
  options: Omit<Options, 'mineGaps'> & Omit<GapOptions, 'coverageQueries'>,
) {
  const mineGaps = MineGapReader.create({
    ...options,
    coverageQueries: CoverageQueries.create(options),
  });
  return { mine: MineService.create({ ...options, mineGaps }) };
}
