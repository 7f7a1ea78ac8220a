import { runAudit } from '../../functions/probe-lighthouse/run-audit.ts';
import { aCheck } from '../support/a-check.ts';
import { aVisitOf, onThePublicInternet } from './guarded-deps.ts';

/** A Lighthouse run in a process of its own. Its argument: the address. */
const visit = aVisitOf(aCheck({ id: 'website/lighthouse', url: process.argv[2] ?? '' }));
await runAudit(visit, { ...onThePublicInternet, network: 'any' });
