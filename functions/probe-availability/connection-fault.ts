import { CertificateError, sayRefusal } from '../../shared/answers/certificate.ts';
import { SilenceError } from '../../shared/answers/plain-request.ts';
import { type NetworkFault, networkFaultOf, networkFaults } from '../../shared/model/network-fault.ts';
import { sayNetworkFault } from '../../shared/model/site-statements.ts';
import { failed, type Measured, unknown } from '../../shared/runtime/probe.ts';

/** A fault of the network, as far as an error tells. */
export interface FaultMet {
  readonly fault: NetworkFault;
  /** Node's or Chromium's. */
  readonly code: string;
}

/** Null when the error is none of the network's. */
export function faultMet(caught: unknown): FaultMet | null {
  const error = mostTelling(caught);
  const code = error instanceof Error ? codeOf(error) : null;
  const fault = code === null ? null : networkFaultOf(code, error instanceof Error ? error.message : '');
  return code === null || fault === null ? null : { fault, code };
}

/** Why there was no answer; null when the error is not the site's. @param nowMs epoch milliseconds */
export function connectionFault(caught: unknown, url: string, nowMs: number): Measured | null {
  const error = mostTelling(caught);
  if (error instanceof CertificateError) {
    const { cause } = networkFaults['certificate-refused'];
    const { certificate } = error;
    return failed(cause, sayRefusal(error, new URL(url).hostname, nowMs), { details: { certificate } });
  }
  const met = faultMet(error);
  if (met === null) return null;
  const { cause, outcome } = networkFaults[met.fault];
  const afterMs = error instanceof SilenceError ? error.afterMs : null;
  const says = sayNetworkFault(met.fault, url, { code: met.code, afterMs });
  return (outcome === 'failed' ? failed : unknown)(cause, says);
}

/** Several addresses were tried: what the last word of the site is, not of this machine. */
function mostTelling(error: unknown): unknown {
  if (!(error instanceof AggregateError)) return error;
  const errors: readonly unknown[] = error.errors;
  return errors.find((one) => !isOwn(one)) ?? errors[0];
}

/** This machine has no way to an address; nothing is known about the other end then. */
function isOwn(error: unknown): boolean {
  const code = error instanceof Error ? codeOf(error) : null;
  return code !== null && networkFaultOf(code) === 'no-network';
}

/** Node's: of the system, the resolver, the HTTP parser or OpenSSL. */
function codeOf(error: Error): string | null {
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
}
