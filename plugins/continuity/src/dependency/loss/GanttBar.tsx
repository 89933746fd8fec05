import { describeDuration } from 'backstage-plugin-continuity-common';
import { estimateTextWidth } from '../../profile/objectiveBarGeometry';
import { useTranslation } from '../../translation';
import { ROW, type GanttRow } from './ganttGeometry';

const BAR = 12;
const CHARACTER = 7;

const cut = (text: string, room: number) => {
  const most = Math.max(4, Math.floor(room / CHARACTER));
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
};

/** One entity: waiting, own recovery, its target, and by how much it misses it. */
export const GanttBar = (props: {
  row: GanttRow;
  names: number;
  right: number;
  hatch: string;
  colours: Record<
    'text' | 'quiet' | 'ground' | 'own' | 'missed' | 'missedText',
    string
  >;
}) => {
  const { row, names, right, hatch, colours } = props;
  const { item, y, waiting, own, target, missed } = row;
  const { t } = useTranslation();
  const middle = y + ROW / 2;
  const width = (part: { from: number; to: number }) =>
    Math.max(0, part.to - part.from);
  const end = Math.max(own.to, target ?? 0);
  const late =
    missed && item.lateBySeconds
      ? `${item.expected?.atLeast ? '≥ ' : ''}+${describeDuration(
          item.lateBySeconds,
        )}`
      : '';
  const lateWidth = estimateTextWidth(late);
  // Beyond the end of the axis the words stand before the line
  const outside = end + 6 + lateWidth <= right + 10;
  return (
    <g data-entity={item.entityRef} data-missed={Boolean(missed)}>
      <text
        x={6}
        y={middle + 4}
        fontSize={12}
        fill={colours.text}
        fontWeight={missed ? 600 : 400}
      >
        <title>{item.title}</title>
        {cut(item.title, names - 6)}
      </text>
      <rect
        x={waiting.from}
        y={middle - 2}
        width={width(waiting)}
        height={4}
        fill={colours.own}
        fillOpacity={0.35}
      />
      <rect
        x={own.from}
        y={middle - BAR / 2}
        width={Math.max(width(own), 2)}
        height={BAR}
        rx={2}
        fill={colours.own}
        fillOpacity={item.ownTime ? 1 : 0.35}
      />
      {missed && (
        <rect
          x={missed.from}
          y={middle - BAR / 2}
          width={width(missed)}
          height={BAR}
          fill={`url(#${hatch})`}
          stroke={colours.missed}
        />
      )}
      {item.expected?.atLeast && (
        <path
          d={`M${own.to + 2} ${middle - 5}l6 5l-6 5`}
          fill="none"
          stroke={missed ? colours.missed : colours.own}
          strokeWidth={2}
        />
      )}
      {target !== null && (
        <line
          x1={target}
          x2={target}
          y1={middle - 10}
          y2={middle + 10}
          stroke={colours.text}
          strokeWidth={2.5}
        />
      )}
      {late && (
        <text
          x={outside ? end + 12 : (target ?? own.from) - 8}
          y={middle + 4}
          fontSize={12}
          fontWeight={600}
          textAnchor={outside ? 'start' : 'end'}
          fill={colours.missedText}
          stroke={colours.ground}
          strokeWidth={4}
          strokeLinejoin="round"
          paintOrder="stroke"
        >
          <title>{t('dependency.loss.gantt.missed', { time: late })}</title>
          {late}
        </text>
      )}
    </g>
  );
};
