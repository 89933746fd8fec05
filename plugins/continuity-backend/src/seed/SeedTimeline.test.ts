import { SeedTimeline } from './SeedTimeline';

const startedAt = new Date('2026-06-01T00:00:00.000Z');
const day = (number: number) => `2026-01-0${number}T00:00:00.000Z`;

function aTimeline() {
  const told: string[] = [];
  const timeline = SeedTimeline.since(new Date(day(3)), {
    startedAt,
    move: async moment => {
      told.push(`it is ${moment.slice(8, 10)}`);
    },
  });
  const acts =
    (name: string, ...days: number[]) =>
    async () => {
      for (const number of days) {
        await timeline.at(day(number));
        told.push(`${name} ${number} at ${timeline.now().slice(8, 10)}`);
      }
    };
  return { told, timeline, acts };
}

describe('SeedTimeline', () => {
  it('lets everybody wait for their moment, and does what lies before the beginning at once', async () => {
    const { told, timeline, acts } = aTimeline();
    await timeline.play([acts('a', 1, 6, 8), acts('b', 2, 5, 6), acts('c', 3)]);
    expect(told).toEqual([
      'a 1 at 03',
      'b 2 at 03',
      'c 3 at 03',
      'it is 05',
      'b 5 at 05',
      'it is 06',
      'a 6 at 06',
      'b 6 at 06',
      'it is 08',
      'a 8 at 08',
    ]);
  });

  it('never goes back: what is past is done at once', async () => {
    const { told, timeline, acts } = aTimeline();
    await timeline.play([acts('a', 7, 4)]);
    expect(told).toEqual(['it is 07', 'a 7 at 07', 'a 4 at 07']);
  });

  it('stands still where everything happens now', async () => {
    const timeline = SeedTimeline.standing(startedAt);
    const moments: string[] = [];
    await timeline.play([
      async () => {
        await timeline.at(day(9));
        moments.push(timeline.now());
        await timeline.at('2027-01-01T00:00:00.000Z');
        moments.push(timeline.now());
      },
    ]);
    expect(moments).toEqual([startedAt.toISOString(), startedAt.toISOString()]);
  });

  it.each([1, 5])('fails with an act of day %d that fails', async number => {
    const { timeline } = aTimeline();
    const failing = async () => {
      await timeline.at(day(number));
      throw new Error('No such plan');
    };
    await expect(timeline.play([failing])).rejects.toThrow('No such plan');
  });
});
