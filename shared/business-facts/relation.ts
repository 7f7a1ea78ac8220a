/** How two statements of a fact are to each other. What cannot be compared is never a difference. */
export type Relation = 'same' | 'different' | 'unclear';
