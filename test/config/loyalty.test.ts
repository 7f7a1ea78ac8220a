import { describe, expect, it } from 'vitest';
import { deploymentNotes } from '../../shared/config/deployment-notes.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { message, read, today } from './reading.ts';

const file = (...lines: readonly string[]): string =>
  `business: Coffee Lab\ntimeZone: Europe/Kyiv\ntouchpoints:\n${lines.map((line) => `  - ${line}\n`).join('')}`;
const checkOf = (line: string) => read(file(line)).touchpoints[0]?.checks;
const faultsOf = (line: string): string => message(parseConfiguration(file(line), 'touchpoints.yaml', today));

describe('a survey in touchpoints.yaml', () => {
  it('needs nothing but its id: it is read once a day, judged by its own quarters, and one run decides', () => {
    expect(checkOf('{ id: nps, kind: survey }')).toMatchObject([
      {
        id: 'nps/survey',
        url: null,
        everyMinutes: 1440,
        options: { folder: null, windowDays: 90, timeZone: 'Europe/Kyiv', dates: null, scale: null, columns: {} },
        thresholds: { fall: { green: 0, red: 1 } },
        policy: { failuresToOpen: 1, successesToResolve: 1 },
      },
    ]);
  });

  it('says where its files are, and how they are to be read', () => {
    const written =
      '{ id: nps, kind: survey, window: 30d, every: 12h, timeZone: UTC, dates: day-first, scale: 0-10, folder: /srv/nps, columns: { score: "Q 1", at: When }, owner: Olena }';
    expect(checkOf(written)).toMatchObject([
      {
        everyMinutes: 720,
        options: {
          folder: '/srv/nps',
          windowDays: 30,
          timeZone: 'UTC',
          dates: 'day-first',
          scale: '0-10',
          columns: { score: 'Q 1', at: 'When' },
        },
      },
    ]);
  });

  it('counts whole days, also where its window is written in hours', () => {
    expect(checkOf('{ id: nps, kind: survey, window: 200h }')).toMatchObject([{ options: { windowDays: 8 } }]);
    expect(checkOf('{ id: shop, kind: orders, window: 1001h }')).toMatchObject([{ options: { windowDays: 42 } }]);
  });

  it('is told what cannot be, and nothing of a secret', () => {
    expect(faultsOf('{ id: nps, kind: survey, window: 2d }')).toContain('is below the limit of 7d; write 7d or more');
    expect(faultsOf('{ id: nps, kind: survey, columns: { scroe: Q1 } }')).toContain('scroe');
    expect(faultsOf('{ id: nps, kind: survey, dates: american }')).toContain('month-first');
    expect(faultsOf('{ id: nps, kind: survey, scale: 1-5 }')).toContain('0-10');
    expect(faultsOf('{ id: shop, kind: orders, scale: 0-10 }')).toContain('scale');
    expect(faultsOf('{ id: nps, kind: survey, secret: nps-token }')).toContain('secret');
    const reading = parseConfiguration(file('{ id: nps, kind: survey }'), 'touchpoints.yaml', today);
    expect(reading.ok && reading.notes).toEqual([]);
  });
});

describe('orders in touchpoints.yaml', () => {
  it('need nothing but their id: they are read once a day and judged by their own years', () => {
    expect(checkOf('{ id: shop, kind: orders }')).toMatchObject([
      {
        id: 'shop/orders',
        everyMinutes: 1440,
        options: { folder: null, windowDays: 365, timeZone: 'Europe/Kyiv', dates: null, columns: {} },
        thresholds: { fall: { green: 0, red: 1 } },
      },
    ]);
  });
});

it('says where files go in AWS, and for how long they stay', () => {
  const notes = deploymentNotes(read(file('{ id: nps, kind: survey }', '{ id: shop, kind: orders }')));
  expect(notes).toEqual([
    `Touchpoint nps reads its answers from CSV files. In AWS, put them into the stack's bucket, where they are deleted after 400 days:
  aws s3 cp answers.csv s3://BUCKET/surveys/nps/
BUCKET is the stack's output EvidenceBucketName.`,
    `Touchpoint shop reads its orders from CSV files. In AWS, put them into the stack's bucket, where they are deleted after 400 days:
  aws s3 cp orders.csv s3://BUCKET/orders/shop/
BUCKET is the stack's output EvidenceBucketName.`,
  ]);
});
