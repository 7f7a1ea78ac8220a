/** Somebody who is to hear what a topic says. */
export interface Subscription {
  /** `email`, `sms`, `https`, `sqs`, and so on. */
  readonly protocol: string;
  readonly endpoint: string;
  /** Pending until the subscriber confirms it; deleted when the subscriber has left, for as long as SNS remembers. */
  readonly state: 'confirmed' | 'pending' | 'deleted';
}
