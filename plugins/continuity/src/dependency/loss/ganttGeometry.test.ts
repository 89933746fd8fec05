import { HOUR } from '../../../dev/fixtures/aDependency';
import { aLossItem, lossItems } from '../../../dev/fixtures/aLoss';
import { ROWS_PER_WAVE, ganttGeometry } from './ganttGeometry';

const geometry = (items = lossItems) =>
  ganttGeometry({ items, width: 900, names: 200 });

describe('ganttGeometry', () => {
  it('puts waves below each other and leaves out what is only degraded', () => {
    const { waves } = geometry();
    expect(waves.map(({ wave }) => wave)).toEqual([1, 2, 3]);
    const tops = waves.map(({ y }) => y);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    expect(waves.flatMap(({ rows }) => rows.map(r => r.item.title))).toEqual([
      'ledger-db',
      'payments',
      'checkout',
    ]);
  });

  it('begins the own work of each when what it waits for is back', () => {
    const { waves, axis } = geometry();
    const [database] = waves[0].rows;
    const [payments] = waves[1].rows;
    expect(database.own.from).toBe(axis.left);
    expect(payments.own.from).toBeCloseTo(database.own.to);
    expect(payments.own.to).toBeGreaterThan(payments.own.from);
  });

  it('marks what lies beyond the target, and only there', () => {
    const { waves } = geometry();
    expect(waves[1].rows[0].missed).toBeNull();
    const [checkout] = waves[2].rows;
    expect(checkout.missed).toEqual({
      from: checkout.target,
      to: checkout.own.to,
    });
  });

  it('stays within its width', () => {
    const { waves, axis } = geometry();
    for (const { rows } of waves) {
      for (const { own, target } of rows) {
        expect(own.to).toBeLessThanOrEqual(axis.right);
        expect(target ?? 0).toBeLessThanOrEqual(axis.right);
      }
    }
  });

  it('shows those of a long wave that miss most, and counts the others', () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      aLossItem(`s${i}`, { lateBySeconds: i === 33 ? HOUR : null }),
    );
    const [wave] = geometry(many).waves;
    expect(wave.rows).toHaveLength(ROWS_PER_WAVE);
    expect(wave.rows[0].item.title).toBe('s33');
    expect(wave.folded).toBe(40 - ROWS_PER_WAVE);
  });
});
