import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
import { type ActFailed, actsFailed } from '../../../shared/model/page-outcome.ts';
import type { PageApp, PageDeps, PageEnvironment } from '../page-deps.ts';
import { paths } from '../paths.ts';
import { sameOriginOnly } from '../same-origin.ts';
import { renderRefusal } from '../views/refusal.ts';
import { type Act, acknowledge, endMaintenance, run, startMaintenance, withdraw } from './acts.ts';
import { acknowledgeForm, endMaintenanceForm, runForm, startMaintenanceForm, withdrawForm } from './forms.ts';
import { backWith, type Outcome } from './outcomes.ts';
import { done, drop, reopen, take } from './plan-acts.ts';
import { doneForm, dropForm, reopenForm, takeForm } from './plan-forms.ts';

const largestForm = 16 * 1024;

/** What an operator may do. Each answers with a way back, so that a reload repeats nothing. Comes after the gate. */
export function addActingRoutes(app: PageApp, deps: PageDeps): void {
  const add = <T>(path: string, schema: z.ZodType<T>, act: Act<T>): void => {
    app.post(path, ...guards(deps), async (context) => {
      const form = await fieldsOf(context);
      const read = schema.safeParse(form);
      const outcome = read.success
        ? await act(read.data, context.get('session'), deps)
        : ({ failed: reasonOf(read.error) } satisfies Outcome);
      return context.redirect(backWith(outcome, form['back']), 303);
    });
  };
  add(paths.acknowledge, acknowledgeForm, acknowledge);
  add(paths.withdraw, withdrawForm, withdraw);
  add(paths.startMaintenance, startMaintenanceForm, startMaintenance);
  add(paths.endMaintenance, endMaintenanceForm, endMaintenance);
  add(paths.run, runForm, run);
  add(paths.planTake, takeForm, take);
  add(paths.planDone, doneForm, done);
  add(paths.planDrop, dropForm, drop);
  add(paths.planReopen, reopenForm, reopen);
}

function guards({ configuration }: PageDeps): readonly [Guard, Guard, Guard] {
  const { language, page } = configuration;
  return [
    sameOriginOnly(page?.url ?? null, language),
    async (context, next) => {
      if (context.get('session').role === 'operator') return next();
      return context.html(renderRefusal('reader', language), 403);
    },
    bodyLimit({
      maxSize: largestForm,
      onError: (context) => context.redirect(backWith({ failed: 'form-unreadable' }, undefined), 303),
    }),
  ];
}
type Guard = MiddlewareHandler<PageEnvironment>;

/** Fields with one text each; files and repeated names are none of our forms. */
async function fieldsOf(context: Context): Promise<Readonly<Record<string, string>>> {
  const body: Record<string, unknown> = await context.req.parseBody().catch(() => ({}));
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function reasonOf({ issues }: z.ZodError): ActFailed {
  return actsFailed.find((word) => issues.some(({ message }) => message === word)) ?? 'form-unreadable';
}
